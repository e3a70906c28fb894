package dev.quell.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.backtest.input.Label;
import dev.quell.calibration.fit.Share;
import dev.quell.calibration.fit.Weighing;
import dev.quell.call.CallerNumber;
import dev.quell.call.IncomingCall;
import dev.quell.classifier.Action;
import dev.quell.classifier.CallClass;
import dev.quell.classifier.Family;
import dev.quell.classifier.Seen;
import dev.quell.classifier.Symbol;
import dev.quell.classifier.Verdict;
import dev.quell.replay.Decided;
import dev.quell.testing.CallBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GatheringTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Weighing PRESENT =
            new Weighing(0.03, 0.3, new TreeMap<>(Map.of("SILENT_RATE", 4.0, "GOOD_TALK", -2.0, "CLOCKWORK", 0.0)));

    private final Gathering gathering = new Gathering(PRESENT, read -> {});

    private void decided(CallerNumber caller, Instant at, Optional<Label> label, Symbol... symbols) {
        IncomingCall call = CallBuilder.aCall().from(caller).at(at);
        Verdict verdict = new Verdict(Action.PASS, CallClass.NORMAL, 0.1, List.of(symbols), "score", "v");
        gathering.decided(new Decided(call, verdict, Action.PASS, "enforce", Optional.empty()), label);
    }

    private static Symbol symbol(String name, double weight, double counted) {
        return new Symbol(name, Family.OUTCOME, weight, counted, Seen.NOTHING);
    }

    private static CallerNumber number() {
        return new CallerNumber.E164("+8613800138000");
    }

    @Test
    void aShareIsTheSymbolFreedOfItsWeightDampedOrNot() {
        decided(
                number(),
                NOON,
                Optional.of(Label.NUISANCE),
                symbol("SILENT_RATE", 2.0, 0.6),
                symbol("GOOD_TALK", -1.0, -1.0));

        assertThat(gathering.gathered().cases().getFirst().call().shares())
                .containsExactly(
                        new Share("SILENT_RATE", Family.OUTCOME, 0.5), new Share("GOOD_TALK", Family.OUTCOME, 0.5));
    }

    @Test
    void whatIsMutedOrOnTrialSaysNothing() {
        decided(
                number(),
                NOON,
                Optional.of(Label.GOOD),
                symbol("SILENT_RATE", 2.0, 0),
                symbol("CLOCKWORK", 0, 0),
                symbol("LINE_LISTENS", 0, 0));

        assertThat(gathering.gathered().cases().getFirst().call().shares()).isEmpty();
    }

    @Test
    void aCallWithoutALabelCountsAsACallAndMakesTheCallerKnown() {
        decided(number(), NOON, Optional.empty());
        decided(number(), NOON.plusSeconds(60), Optional.of(Label.GOOD));

        Gathered gathered = gathering.gathered();

        assertThat(gathered.all().count()).isEqualTo(2);
        assertThat(gathered.cases()).hasSize(1);
        assertThat(gathered.cases().getFirst().callerSeen()).isEqualTo(NOON);
        assertThat(gathered.cases().getFirst().call().nuisance()).isFalse();
    }

    @Test
    void eachWithheldCallIsACallerOfItsOwn() {
        decided(new CallerNumber.Withheld(), NOON, Optional.of(Label.NUISANCE));
        decided(new CallerNumber.Withheld(), NOON.plusSeconds(60), Optional.of(Label.NUISANCE));

        List<Gathered.Case> cases = gathering.gathered().cases();

        assertThat(cases.get(0).call().caller())
                .isNotEqualTo(cases.get(1).call().caller());
        assertThat(cases.get(1).callerSeen()).isEqualTo(NOON.plusSeconds(60));
    }
}
