package dev.quell.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.classifier.rules.context.CallbackStorm;
import dev.quell.classifier.rules.context.TrunkSilence;
import dev.quell.classifier.rules.context.TwoTrunks;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KindsTest {

    private static final double LEAST = Double.MIN_VALUE;

    private final Catalogue shipped = Catalogue.shipped();
    private final Kinds kinds = new Kinds(shipped);

    @Test
    void whatCountsNothingNamesNoClass() {
        assertThat(kinds.suspected(List.of(symbol("AGENT_FLAGS", 0)))).isEqualTo(CallClass.NORMAL);
        assertThat(kinds.suspected(List.of(symbol("AGENT_FLAGS", LEAST)))).isEqualTo(CallClass.ABUSIVE);
    }

    @Test
    void callingOftenGivesWayToAnotherOfItsFamilyAlone() {
        assertThat(kinds.suspected(List.of(symbol("CALLS_1H", 1.6), symbol("CLOCKWORK", 0.5))))
                .isEqualTo(CallClass.ROBOCALL);
        assertThat(kinds.suspected(List.of(symbol("CALLS_1H", 1.6), symbol("AGENT_FLAGS", 0.5))))
                .isEqualTo(CallClass.HIGH_FREQUENCY);
    }

    @Test
    void aTechnicalFaultGoesBeforeAllElseAround() {
        assertThat(observed(findings(new CallbackStorm(), new TrunkSilence()), true, symbol("NOISE_LOCK", 1)))
                .isEqualTo(CallClass.SILENT_TECHNICAL);
    }

    @Test
    void ofOthersAroundTheFirstNamesTheClass() {
        assertThat(observed(findings(new CallbackStorm(), new TwoTrunks()), true))
                .isEqualTo(CallClass.CALLBACK_STORM);
        assertThat(observed(findings(new TwoTrunks(), new CallbackStorm()), true))
                .isEqualTo(CallClass.SPOOF_SUSPECT);
    }

    @Test
    void whatTheCallerDidGoesBeforeWhatGoesOnAround() {
        List<Finding> storm = findings(new CallbackStorm());

        assertThat(observed(storm, true, symbol("NOISE_LOCK", 1))).isEqualTo(CallClass.NOISE_OR_PLAYBACK);
        assertThat(observed(storm, false, symbol("NOISE_LOCK", 1))).isEqualTo(CallClass.CALLBACK_STORM);
    }

    @Test
    void whatWasHeardMustSpeakAgainstTheCallerTogether() {
        assertThat(observed(List.of(), true, symbol("KEY_OR_ANSWER", -1), symbol("NOISE_LOCK", 1)))
                .isEqualTo(CallClass.NORMAL);
        assertThat(observed(List.of(), true, symbol("NOISE_LOCK", 1.01), symbol("KEY_OR_ANSWER", -1)))
                .isEqualTo(CallClass.NOISE_OR_PLAYBACK);
    }

    @Test
    void aSymbolOnTrialDoesNotNameWhatWasHeard() {
        Kinds nameless = new Kinds(shipped.changed(
                "NOISE_LOCK",
                new SymbolSettings(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(CallClass.NORMAL))));

        assertThat(nameless.observed(
                        List.of(), List.of(symbol("NOISE_LOCK", 1), symbol("TALKS_OVER_GREETING", 0)), true))
                .isEqualTo(CallClass.NORMAL);
        assertThat(nameless.observed(
                        List.of(), List.of(symbol("NOISE_LOCK", 1), symbol("TALKS_OVER_GREETING", LEAST)), true))
                .isEqualTo(CallClass.ROBOCALL);
    }

    private CallClass observed(List<Finding> findings, boolean listened, Symbol... symbols) {
        return kinds.observed(findings, List.of(symbols), listened);
    }

    private Symbol symbol(String name, double counted) {
        return new Symbol(name, shipped.find(name).orElseThrow().family(), counted, counted, Seen.NOTHING);
    }

    private List<Finding> findings(Rule... rules) {
        return Arrays.stream(rules)
                .map(rule -> new Finding(rule, shipped.find(rule.symbol()).orElseThrow(), Hit.WHOLE, false))
                .toList();
    }
}
