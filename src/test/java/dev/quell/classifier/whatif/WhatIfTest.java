package dev.quell.classifier.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhatIfTest {

    private static final Offset<Double> EXACTLY = within(1e-9);
    private static final Circumstances ORDINARY =
            new Circumstances(Profile.STANDARD, ListenPolicy.SUSPECTS, BlockedPolicy.DETER);
    /** At a prior of one half the sum of the evidence is the log-odds. */
    private static final double EVEN = 0.5;

    private final Catalogue catalogue = Catalogue.of(List.of(
            entry("CALLS", Family.VOLUME, 1),
            entry("REDIAL", Family.VOLUME, 1),
            entry("SILENT", Family.OUTCOME, 1),
            entry("TALK", Family.OUTCOME, -2.5),
            entry("KNOWN_CUSTOMER", Family.OUTCOME, -0.1),
            entry("STIR_A", Family.IDENTITY, -3),
            entry("STIR_B", Family.IDENTITY, 1),
            entry("ALLOW_LISTED", Family.LIST, 0),
            entry("BLOCK_LISTED", Family.LIST, 0),
            entry("BURST", Family.COUNTED, 0),
            entry("STORM", Family.CONTEXT, 0)));
    private final Standard standard = new Standard(
            EVEN,
            0.3,
            0.3,
            Calibration.NONE,
            new Thresholds(logistic(1), logistic(2), logistic(3)),
            Map.of("BURST", Action.LISTEN),
            Map.of("STORM", Set.of("CALLS", "REDIAL", "BURST")),
            catalogue);

    @Test
    void aTagThatOneSymbolDecides() {
        WhatIf whatIf = whatIf(Action.TAG, symbol("CALLS", 1.2), symbol("REDIAL", 0.5));

        assertThat(whatIf.prior()).isZero();
        assertThat(whatIf.sum()).isCloseTo(1.35, EXACTLY);
        assertThat(whatIf.without()).containsExactly(change(Action.PASS, "CALLS"));
        assertThat(whatIf.decisive()).contains("CALLS");
        assertThat(whatIf.milder()).hasValueSatisfying(margin -> {
            assertThat(margin.to()).isEqualTo(Action.PASS);
            assertThat(margin.logOdds()).isCloseTo(-0.35, EXACTLY);
            assertThat(margin.setting()).isEqualTo("quell.classifier.thresholds.tag");
        });
        assertThat(whatIf.harder()).hasValueSatisfying(margin -> {
            assertThat(margin.to()).isEqualTo(Action.CHALLENGE);
            assertThat(margin.logOdds()).isCloseTo(0.65, EXACTLY);
        });
        assertThat(whatIf.nearest()).isEqualTo(whatIf.milder());
    }

    @Test
    void whatRemainsIsDampedAnew() {
        WhatIf whatIf = whatIf(Action.TAG, symbol("CALLS", 1.2), symbol("REDIAL", 1.1));

        assertThat(whatIf.sum()).isCloseTo(1.53, EXACTLY);
        assertThat(whatIf.decisive()).isEmpty();
        assertThat(whatIf.without()).containsExactly(change(Action.PASS, "CALLS", "REDIAL"));
    }

    @Test
    void theSmallestSetComesBeforeWhatWouldHaveBeenHarder() {
        WhatIf whatIf = whatIf(
                Action.CHALLENGE,
                symbol("SILENT", 2),
                symbol("CALLS", 1.9),
                symbol("STIR_B", 1.5),
                symbol("TALK", -2.5));

        assertThat(whatIf.without())
                .containsExactly(
                        change(Action.PASS, "SILENT"),
                        change(Action.TAG, "CALLS"),
                        change(Action.TAG, "STIR_B"),
                        change(Action.DETER, "TALK"));
        assertThat(whatIf(Action.DETER, symbol("BLOCK_LISTED", 0), symbol("SILENT", 2), symbol("CALLS", 1.9))
                        .without())
                .containsExactly(change(Action.TAG, "BLOCK_LISTED", "SILENT"));
    }

    @Test
    void aCountedRuleThatDecidedIsNamedAndTheScoreBehindIt() {
        assertThat(whatIf(Action.LISTEN, symbol("BURST", 0)).without()).containsExactly(change(Action.PASS, "BURST"));
        WhatIf tagged = whatIf(Action.LISTEN, symbol("CALLS", 1), symbol("BURST", 0));
        assertThat(tagged.without()).containsExactly(change(Action.TAG, "BURST"));
        assertThat(tagged.milder()).isEmpty();
        assertThat(tagged.harder()).hasValueSatisfying(margin -> {
            assertThat(margin.to()).isEqualTo(Action.DETER);
            assertThat(margin.logOdds()).isCloseTo(2.0, EXACTLY);
            assertThat(margin.secondKind()).isTrue();
        });
    }

    @Test
    void anEntryDecides() {
        assertThat(whatIf(Action.DETER, symbol("BLOCK_LISTED", 0)).without())
                .containsExactly(change(Action.PASS, "BLOCK_LISTED"));
        assertThat(whatIf(Action.DETER, symbol("BLOCK_LISTED", 0)).with())
                .containsExactly(change(Action.PASS, "ALLOW_LISTED"), change(Action.TAG, "KNOWN_CUSTOMER"));
        assertThat(whatIf(Action.PASS, symbol("ALLOW_LISTED", 0), symbol("BURST", 0))
                        .without())
                .containsExactly(change(Action.LISTEN, "ALLOW_LISTED"));
    }

    @Test
    void theSurroundingsThatMuteDecideToo() {
        WhatIf whatIf = whatIf(Action.PASS, symbol("CALLS", 2.5), symbol("STORM", 0), symbol("BURST", 0));

        assertThat(whatIf.sum()).isZero();
        assertThat(whatIf.without()).containsExactly(change(Action.LISTEN, "STORM"));
    }

    @Test
    void whatSpeaksForTheCallerWouldHaveHelped() {
        assertThat(whatIf(Action.CHALLENGE, symbol("CALLS", 2.9)).with())
                .containsExactly(
                        change(Action.PASS, "TALK"),
                        change(Action.PASS, "STIR_A"),
                        change(Action.PASS, "ALLOW_LISTED"));
        assertThat(whatIf(Action.CHALLENGE, symbol("CALLS", 2.9), symbol("STIR_B", 0.01))
                        .with())
                .as("a call has one attestation")
                .containsExactly(change(Action.PASS, "TALK"), change(Action.PASS, "ALLOW_LISTED"));
        assertThat(whatIf(Action.PASS, symbol("CALLS", 0.9)).with()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.9999, PASS", "1, TAG", "1.9999, TAG", "2, CHALLENGE"})
    void theThresholdBelongsToTheHarderAction(double weight, Action action) {
        assertThat(WhatIf.of(verdict(action, symbol("CALLS", weight)), standard, ORDINARY))
                .isPresent();
    }

    @Test
    void theDeterrentTakesTwoKinds() {
        WhatIf one = whatIf(Action.CHALLENGE, symbol("CALLS", 3.5));
        assertThat(one.harder()).hasValueSatisfying(margin -> {
            assertThat(margin.to()).isEqualTo(Action.DETER);
            assertThat(margin.logOdds()).isZero();
            assertThat(margin.secondKind()).isTrue();
        });
        assertThat(whatIf(Action.CHALLENGE, symbol("CALLS", 3.5), symbol("SILENT", 0.29))
                        .harder())
                .isEqualTo(one.harder());
        WhatIf two = whatIf(Action.DETER, symbol("CALLS", 3.5), symbol("SILENT", 0.3));
        assertThat(two.harder()).isEmpty();
        assertThat(two.without()).contains(change(Action.CHALLENGE, "SILENT"));
    }

    @Test
    void aFullDeterrentChallenges() {
        Verdict full = verdict(standard, Action.CHALLENGE, "deterrent-full", symbol("CALLS", 3.5), symbol("SILENT", 2));

        assertThat(WhatIf.of(full, standard, ORDINARY).orElseThrow().without())
                .containsExactly(change(Action.PASS, "CALLS", "SILENT"));
    }

    @Test
    void theLinesLimitsHold() {
        Circumstances guarded = new Circumstances(Profile.PROTECTED, ListenPolicy.NEVER, BlockedPolicy.REJECT);

        assertThat(WhatIf.of(verdict(Action.TAG, symbol("BURST", 0)), standard, guarded)
                        .orElseThrow()
                        .without())
                .containsExactly(change(Action.PASS, "BURST"));
        assertThat(WhatIf.of(verdict(Action.TAG, symbol("CALLS", 2)), standard, guarded)
                        .orElseThrow()
                        .harder())
                .isEmpty();
    }

    @Test
    void aVerdictThatDoesNotFollowFromItsSymbolsIsNotExplained() {
        assertThat(WhatIf.of(verdict(Action.TAG, symbol("CALLS", 0.5)), standard, ORDINARY))
                .isEmpty();
        assertThat(WhatIf.of(
                        new Verdict(Action.TAG, CallClass.SILENT, 0.5, List.of(symbol("CALLS", 1.5)), "score", "r2-0"),
                        standard,
                        ORDINARY))
                .as("the right action at a probability that the evidence does not give")
                .isEmpty();
        assertThat(WhatIf.of(Verdict.pass("failed", "r2-00000000"), standard, ORDINARY))
                .isEmpty();
    }

    @Test
    void calibrationBendsTheThresholdsNotTheEvidence() {
        Standard tempered = new Standard(
                EVEN,
                0.3,
                0.3,
                new Calibration(0.5, 0.25),
                standard.thresholds(),
                standard.counted(),
                standard.mutes(),
                catalogue);

        assertThat(WhatIf.of(verdict(tempered, Action.PASS, "score", symbol("CALLS", 1)), tempered, ORDINARY)
                        .orElseThrow()
                        .harder())
                .hasValueSatisfying(margin -> assertThat(margin.logOdds()).isCloseTo(0.5, EXACTLY));
    }

    private WhatIf whatIf(Action action, Symbol... symbols) {
        Verdict verdict = verdict(action, symbols);
        WhatIf whatIf = WhatIf.of(verdict, standard, ORDINARY).orElseThrow();
        assertThat(Brief.of(verdict, standard, ORDINARY)).isEqualTo(new Brief(whatIf.nearest(), whatIf.decisive()));
        return whatIf;
    }

    private Verdict verdict(Action action, Symbol... symbols) {
        return verdict(standard, action, "score", symbols);
    }

    private static Verdict verdict(Standard standard, Action action, String cause, Symbol... symbols) {
        double probability = new Decider(standard, ORDINARY, true).probability(List.of(symbols));
        return new Verdict(action, CallClass.SILENT, probability, List.of(symbols), cause, "r2-00000000");
    }

    private Symbol symbol(String name, double weight) {
        Family family = catalogue.find(name).map(CatalogueEntry::family).orElse(Family.COUNTED);
        return new Symbol(name, family, weight, weight, Seen.NOTHING);
    }

    private static Change change(Action action, String... symbols) {
        return new Change(List.of(symbols), action);
    }

    private static double logistic(double odds) {
        return 1 / (1 + Math.exp(-odds));
    }

    private static CatalogueEntry entry(String symbol, Family family, double weight) {
        return new CatalogueEntry(
                symbol, family, weight, CallClass.NORMAL, "test", "测试", new Wording("test"), new Wording("测试"));
    }
}
