package dev.quell.calibration.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.quell.classifier.Family;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Recovers weights from calls that were made from known ones. */
class MapFitTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Weighing SHIPPED =
            weighing(0.03, Map.of("BAD_A", 2.0, "BAD_B", 1.0, "OTHER", 1.5, "GOOD", -2.0));
    private static final FitSettings WEAK = new FitSettings(0.001, 30, 10, 3, 10);

    private static Weighing weighing(double prior, Map<String, Double> weights) {
        return new Weighing(prior, 0.3, new TreeMap<>(weights));
    }

    private static Share share(String symbol, double share) {
        return new Share(symbol, symbol.startsWith("BAD") ? Family.VOLUME : Family.OUTCOME, share);
    }

    /** Calls of one caller each, labelled by chance as weights say. */
    private static List<LabelledCall> simulated(Weighing truth, int calls, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<LabelledCall> made = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            List<Share> shares = new ArrayList<>();
            for (String symbol : truth.weights().keySet()) {
                if (random.nextInt(3) == 0) {
                    shares.add(share(symbol, 0.4 + 0.6 * random.nextDouble()));
                }
            }
            boolean nuisance = random.nextDouble() < Logistic.probability(truth.logOdds(shares));
            made.add(new LabelledCall("c" + i, NOON.plusSeconds(i), nuisance, shares));
        }
        return made;
    }

    @Test
    void findsTheWeightsThatMadeTheCallsDespiteTheDamping() {
        Weighing truth = weighing(0.08, Map.of("BAD_A", 1.2, "BAD_B", 2.4, "OTHER", 2.5, "GOOD", -1.2));

        MapFit.Fitted fitted = new MapFit(SHIPPED, WEAK).fit(simulated(truth, 40_000, 7), SHIPPED, 0);

        assertThat(fitted.kept()).isEmpty();
        truth.weights()
                .forEach((symbol, weight) ->
                        assertThat(fitted.weighing().weight(symbol)).as(symbol).isCloseTo(weight, within(0.2)));
        assertThat(fitted.weighing().prior()).isCloseTo(0.08, within(0.006));
    }

    @Test
    void theStrongerThePriorTheNearerToTheShippedWeight() {
        Weighing truth = weighing(0.05, Map.of("BAD_A", 2.0, "BAD_B", 1.0, "OTHER", 3.5, "GOOD", -2.0));
        List<LabelledCall> calls = simulated(truth, 6_000, 11);

        double loose = fitted(calls, 1).weight("OTHER");
        double firm = fitted(calls, 1_000).weight("OTHER");
        double rigid = fitted(calls, 1e9).weight("OTHER");

        assertThat(loose).isBetween(3.0, 4.0);
        assertThat(firm).isBetween(1.6, loose - 0.3);
        assertThat(rigid).isCloseTo(1.5, within(1e-4));
    }

    private static Weighing fitted(List<LabelledCall> calls, double strength) {
        return new MapFit(SHIPPED, FitSettings.DEFAULT.withStrength(strength))
                .fit(calls, SHIPPED, 0)
                .weighing();
    }

    @Test
    void aWeightStaysWithinItsBoundsAndKeepsItsSign() {
        Weighing truth = weighing(0.03, Map.of("BAD_A", -1.0, "BAD_B", 1.0, "OTHER", 8.0, "GOOD", 1.0));

        Weighing found = new MapFit(SHIPPED, WEAK)
                .fit(simulated(truth, 20_000, 3), SHIPPED, 0)
                .weighing();

        assertThat(found.weight("BAD_A")).isEqualTo(2.0 / 3);
        assertThat(found.weight("OTHER")).isEqualTo(4.5);
        assertThat(found.weight("GOOD")).isEqualTo(-2.0 / 3);
        assertThat(found.weight("BAD_B")).isStrictlyBetween(1.0 / 3, 3.0);
    }

    @Test
    void whatIsHeldAtABoundDoesNotKeepTheOthersFromTheirMinimum() {
        Weighing truth = weighing(0.03, Map.of("BAD_A", 2.0, "BAD_B", 1.0, "OTHER", 8.0, "GOOD", -2.0));
        List<LabelledCall> calls = simulated(truth, 20_000, 5);
        Weighing found = new MapFit(SHIPPED, WEAK).fit(calls, SHIPPED, 0).weighing();

        double least = loss(calls, found);
        for (String symbol : List.of("BAD_A", "BAD_B", "GOOD")) {
            for (double step : new double[] {-0.05, 0.05}) {
                TreeMap<String, Double> moved = new TreeMap<>(found.weights());
                moved.merge(symbol, step, Double::sum);
                assertThat(loss(calls, found.with(found.prior(), moved)))
                        .as(symbol + step)
                        .isGreaterThan(least);
            }
        }
    }

    private static double loss(List<LabelledCall> calls, Weighing weighing) {
        return calls.stream()
                .mapToDouble(call -> Logistic.loss(weighing.logOdds(call.shares()), call.nuisance()))
                .sum();
    }

    @Test
    void aSymbolWithTooFewCallsOrCallersKeepsItsWeight() {
        List<LabelledCall> calls = new ArrayList<>(simulated(SHIPPED, 2_000, 1).stream()
                .map(call -> new LabelledCall(call.caller(), call.at(), call.nuisance(), List.of()))
                .toList());
        for (int i = 0; i < 29; i++) {
            calls.add(new LabelledCall("a" + i, NOON, true, List.of(share("BAD_A", 1))));
        }
        for (int i = 0; i < 30; i++) {
            calls.add(new LabelledCall("b" + i % 9, NOON, true, List.of(share("BAD_B", 1))));
            calls.add(new LabelledCall("o" + i % 10, NOON, true, List.of(share("OTHER", 1))));
        }

        MapFit.Fitted fitted = new MapFit(SHIPPED, FitSettings.DEFAULT).fit(calls, SHIPPED, 0);

        assertThat(fitted.kept())
                .containsExactly(
                        Map.entry("BAD_A", "too few calls: 29 of 30"),
                        Map.entry("BAD_B", "too few callers: 9 of 10"),
                        Map.entry("GOOD", "too few calls: 0 of 30"));
        assertThat(fitted.weighing().weight("BAD_A")).isEqualTo(2.0);
        assertThat(fitted.weighing().weight("BAD_B")).isEqualTo(1.0);
        assertThat(fitted.weighing().weight("OTHER")).isGreaterThan(1.5);
    }

    @Test
    void aSymbolOnTrialStaysOnTrial() {
        Weighing onTrial = weighing(0.03, Map.of("BAD_A", 2.0, "BAD_B", 1.0, "OTHER", 0.0, "GOOD", -2.0));

        MapFit.Fitted fitted = new MapFit(SHIPPED, WEAK).fit(simulated(SHIPPED, 5_000, 2), onTrial, 0);

        assertThat(fitted.kept()).containsExactly(Map.entry("OTHER", "on trial"));
        assertThat(fitted.weighing().weight("OTHER")).isZero();
    }

    @Test
    void labelsThatAreMostlyNuisanceDoNotRaiseThePrior() {
        List<LabelledCall> all = simulated(SHIPPED, 150_000, 13);
        List<LabelledCall> labelled = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).nuisance() || i % 10 == 0) {
                labelled.add(all.get(i));
            }
        }

        Weighing found =
                new MapFit(SHIPPED, WEAK).fit(labelled, SHIPPED, Math.log(10)).weighing();

        assertThat(found.prior()).isCloseTo(0.03, within(0.003));
    }

    @Test
    void oneCallerWithManyCallsCountsAsTen() {
        List<LabelledCall> calls = new ArrayList<>(simulated(SHIPPED, 3_000, 17));
        Weighing without = fitted(calls, 20);
        for (int i = 0; i < 5_000; i++) {
            calls.add(new LabelledCall("loud", NOON.plusSeconds(i), true, List.of(share("OTHER", 1))));
        }

        assertThat(fitted(calls, 20).weight("OTHER") - without.weight("OTHER")).isBetween(0.0, 0.15);
    }

    @Test
    void theSameCallsGiveTheSameWeights() {
        List<LabelledCall> calls = simulated(SHIPPED, 3_000, 19);

        assertThat(fitted(calls, 20)).isEqualTo(fitted(calls, 20));
    }
}
