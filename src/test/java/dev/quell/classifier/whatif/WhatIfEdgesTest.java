package dev.quell.classifier.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.quell.call.Line;
import dev.quell.call.Line.BlockedPolicy;
import dev.quell.call.Line.ListenPolicy;
import dev.quell.call.Profile;
import dev.quell.classifier.Action;
import dev.quell.classifier.CallClass;
import dev.quell.classifier.Catalogue;
import dev.quell.classifier.CatalogueEntry;
import dev.quell.classifier.ClassifierSettings.Calibration;
import dev.quell.classifier.ClassifierSettings.Thresholds;
import dev.quell.classifier.Family;
import dev.quell.classifier.Seen;
import dev.quell.classifier.Standard;
import dev.quell.classifier.Symbol;
import dev.quell.classifier.Verdict;
import dev.quell.classifier.Wording;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WhatIfEdgesTest {

    private static final Circumstances ORDINARY =
            new Circumstances(Profile.STANDARD, ListenPolicy.SUSPECTS, BlockedPolicy.DETER);

    private final Catalogue catalogue = Catalogue.of(List.of(
            entry("CALLS", Family.VOLUME, CallClass.HIGH_FREQUENCY),
            entry("ABUSE", Family.OUTCOME, CallClass.ABUSIVE),
            entry("MUTE", Family.OUTCOME, CallClass.SILENT),
            entry("KNOWN_CUSTOMER", Family.OUTCOME, CallClass.NORMAL),
            entry("FLAGS", Family.COUNTED, CallClass.ABUSIVE)));

    @Test
    void theDeterrentsThresholdBelongsToTheDeterrent() {
        assertThat(whatIf(0.5, Action.DETER, symbol("CALLS", 2), symbol("ABUSE", 1)))
                .isPresent();
        assertThat(whatIf(0.5, Action.CHALLENGE, symbol("CALLS", 2), symbol("ABUSE", 0.9999)))
                .isPresent();
    }

    @Test
    void whereTwoKindsSpeakMoreOfThemIsEnough() {
        assertThat(whatIf(0.5, Action.CHALLENGE, symbol("CALLS", 1.5), symbol("ABUSE", 1))
                        .flatMap(WhatIf::harder))
                .hasValueSatisfying(margin -> {
                    assertThat(margin.to()).isEqualTo(Action.DETER);
                    assertThat(margin.logOdds()).isCloseTo(0.5, within(1e-9));
                    assertThat(margin.secondKind()).isFalse();
                });
    }

    @Test
    void aCustomerIsListenedToWhereACountedRuleWouldDeter() {
        assertThat(whatIf(0.5, Action.LISTEN, symbol("FLAGS", 0), symbol("KNOWN_CUSTOMER", -1)))
                .hasValueSatisfying(found -> assertThat(found.without())
                        .containsExactly(
                                new Change(List.of("FLAGS"), Action.PASS),
                                new Change(List.of("KNOWN_CUSTOMER"), Action.DETER)));
    }

    @Test
    void ofTwoAsStrongTheFirstNamesTheClass() {
        assertThat(whatIf(0.5, Action.LISTEN, symbol("MUTE", 1.2), symbol("ABUSE", 1.2)))
                .isPresent();
        assertThat(whatIf(0.5, Action.TAG, symbol("ABUSE", 1.2), symbol("MUTE", 1.2)))
                .isPresent();
    }

    @Test
    void nearestToACallThatPassedIsAHarderAction() {
        WhatIf passed = whatIf(0.5, Action.PASS, symbol("CALLS", 0.4)).orElseThrow();

        assertThat(passed.milder()).isEmpty();
        assertThat(passed.nearest()).isPresent().isEqualTo(passed.harder());
    }

    @Test
    void nothingDecidesWhereThePriorTagsByItself() {
        assertThat(whatIf(logistic(1.2), Action.TAG, symbol("CALLS", 0.1), symbol("ABUSE", 0.1)))
                .hasValueSatisfying(found -> {
                    assertThat(found.without()).isEmpty();
                    assertThat(found.decisive()).isEmpty();
                });
    }

    @Test
    void theLineGivesTheCircumstances() {
        Line line = new Line("4001", "test", Profile.PROTECTED, ListenPolicy.NEVER, BlockedPolicy.REJECT);

        assertThat(Circumstances.of(line))
                .isEqualTo(new Circumstances(Profile.PROTECTED, ListenPolicy.NEVER, BlockedPolicy.REJECT));
    }

    private Optional<WhatIf> whatIf(double prior, Action action, Symbol... symbols) {
        Standard standard = new Standard(
                prior,
                0.3,
                0.3,
                Calibration.NONE,
                new Thresholds(logistic(1), logistic(2), logistic(3)),
                Map.of("FLAGS", Action.DETER),
                Map.of(),
                catalogue);
        double probability = new Decider(standard, ORDINARY, true).probability(List.of(symbols));
        return WhatIf.of(
                new Verdict(action, CallClass.NORMAL, probability, List.of(symbols), "score", "r3-00000000"),
                standard,
                ORDINARY);
    }

    private Symbol symbol(String name, double weight) {
        return new Symbol(name, catalogue.find(name).orElseThrow().family(), weight, weight, Seen.NOTHING);
    }

    private static double logistic(double odds) {
        return 1 / (1 + Math.exp(-odds));
    }

    private static CatalogueEntry entry(String symbol, Family family, CallClass speaksFor) {
        return new CatalogueEntry(symbol, family, 0, speaksFor, "test", "测试", new Wording("test"), new Wording("测试"));
    }
}
