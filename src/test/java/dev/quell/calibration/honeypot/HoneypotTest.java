package dev.quell.calibration.honeypot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.quell.backtest.measure.Roc;
import dev.quell.calibration.fit.RegressionOnCounts;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The shipped weights on callers known by counts only. The labelled records themselves are not here: each population is made up, agrees with everything
 * published about them, and differs from the others in what was not published.
 */
class HoneypotTest {

    private static final long SEED = 20_261_122;

    /** What most tells one from another is in the name: who the callers of one call are, how suspect those of two numbers, how few the good ones' calls. */
    static Stream<String> shapes() {
        return Stream.of(
                "few-calls",
                "singles-good",
                "singles-like-repeaters",
                "singles-many",
                "singles-suspect",
                "twos-suspect");
    }

    private static Roc roc(List<HoneypotCaller> callers, ToDoubleFunction<HoneypotCaller> score) {
        double[] scores = callers.stream().mapToDouble(score).toArray();
        boolean[] nuisance = new boolean[scores.length];
        for (int i = 0; i < scores.length; i++) {
            nuisance[i] = callers.get(i).nuisance();
        }
        return Roc.of(scores, nuisance);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void theShippedWeightsReachTheGoalUnfitted(String shape) {
        CountsOnly shipped = new CountsOnly();

        Roc roc = roc(HoneypotPopulation.of(shape, SEED), shipped::score);

        assertThat(roc.auc()).as("AUC").isGreaterThanOrEqualTo(0.85);
        assertThat(roc.averagePrecision()).as("average precision").isGreaterThanOrEqualTo(0.48);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void aRegressionFittedToThePopulationDoesAsWellAsThePublishedOne(String shape) {
        List<HoneypotCaller> callers = HoneypotPopulation.of(shape, SEED);
        boolean[] nuisance = new boolean[callers.size()];
        double[][] features = new double[callers.size()][];
        for (int i = 0; i < nuisance.length; i++) {
            HoneypotCaller caller = callers.get(i);
            nuisance[i] = caller.nuisance();
            features[i] = new double[] {
                Math.log(caller.lines()),
                Math.log(caller.calls()),
                caller.oneLineOnly() ? 1 : 0,
                caller.oneLineOnly() && caller.calls() >= 5 ? 1 : 0
            };
        }

        Roc fitted = Roc.of(RegressionOnCounts.scores(features, nuisance), nuisance);

        assertThat(fitted.auc()).isCloseTo(0.872, within(0.012));
        assertThat(fitted.averagePrecision()).isCloseTo(0.515, within(0.025));
        assertThat(fitted.recallAt(0.001)).isCloseTo(0.06, within(0.05));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void thePopulationAgreesWithEveryPublishedRow(String shape) {
        List<HoneypotCaller> callers = HoneypotPopulation.of(shape, SEED);

        assertThat(callers).hasSize(37_941);
        assertThat(callers.stream().mapToInt(HoneypotCaller::calls).sum()).isEqualTo(137_363);
        assertThat(share(callers, HoneypotCaller::nuisance)).isCloseTo(0.062, within(0.0005));
        row(callers, caller -> caller.lines() >= 3, 0.54, 0.55, 0.030, 18);
        row(callers, caller -> caller.lines() >= 5, 0.65, 0.38, 0.0136, 28);
        row(callers, caller -> caller.calls() >= 10, 0.43, 0.35, 0.031, 11);
        row(callers, caller -> caller.calls() >= 20, 0.56, 0.20, 0.010, 20);
        List<HoneypotCaller> good =
                callers.stream().filter(caller -> !caller.nuisance()).toList();
        assertThat(share(good, caller -> caller.oneLineOnly() && caller.calls() >= 5))
                .isCloseTo(0.060, within(0.0005));
    }

    private static void row(
            List<HoneypotCaller> callers,
            Predicate<HoneypotCaller> rule,
            double precision,
            double recall,
            double falsePositives,
            double likelihoodRatio) {
        double recalled =
                share(callers.stream().filter(HoneypotCaller::nuisance).toList(), rule);
        double wrongly =
                share(callers.stream().filter(caller -> !caller.nuisance()).toList(), rule);
        assertThat(share(callers.stream().filter(rule).toList(), HoneypotCaller::nuisance))
                .isCloseTo(precision, within(0.005));
        assertThat(recalled).isCloseTo(recall, within(0.005));
        assertThat(wrongly).isCloseTo(falsePositives, within(0.0005));
        assertThat(recalled / wrongly).isCloseTo(likelihoodRatio, within(0.5));
    }

    private static double share(List<HoneypotCaller> callers, Predicate<HoneypotCaller> rule) {
        return (double) callers.stream().filter(rule).count() / callers.size();
    }
}
