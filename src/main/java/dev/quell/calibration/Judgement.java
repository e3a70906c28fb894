package dev.quell.calibration;

import dev.quell.calibration.fit.Logistic;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whether a scoring is worth proposing, by the held-out calls. */
final class Judgement {

    /** One-sided 90 %. */
    private static final double BEYOND_CHANCE = 1.28;

    private static final double SAME_ORDER = 0.005;

    private Judgement() {}

    /** Why it is not, in a sentence; empty if it is. */
    static Optional<String> against(Comparison comparison) {
        Figures before = comparison.before();
        Figures after = comparison.after();
        if (after.goodFrom(Treated.DETERRED) > before.goodFrom(Treated.DETERRED)) {
            return Optional.of("it would have deterred or blocked " + after.goodFrom(Treated.DETERRED)
                    + " good calls instead of " + before.goodFrom(Treated.DETERRED));
        }
        if (after.auc() < before.auc() - SAME_ORDER) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "it tells nuisance from good less well: AUC %.4f instead of %.4f",
                    after.auc(),
                    before.auc()));
        }
        return comparison.advantage() < BEYOND_CHANCE
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "it is not better than the present weights by more than chance (%.1f standard errors, %.2f needed)",
                        comparison.advantage(),
                        BEYOND_CHANCE))
                : Optional.empty();
    }

    /**
     * By how many standard errors the log loss is lower under the second scoring; callers are the units, each with the mean of its calls. 0 if nothing differs.
     */
    static double advantage(Scoring before, Scoring after, List<Gathered.Case> cases, double selection) {
        Map<String, double[]> byCaller = new HashMap<>();
        for (Gathered.Case known : cases) {
            boolean bad = known.call().nuisance();
            double[] sum = byCaller.computeIfAbsent(known.call().caller(), caller -> new double[2]);
            sum[0] += Logistic.loss(before.logOdds(known.call()) + selection, bad)
                    - Logistic.loss(after.logOdds(known.call()) + selection, bad);
            sum[1]++;
        }
        double[] gains = byCaller.values().stream()
                .mapToDouble(sum -> sum[0] / sum[1])
                .sorted()
                .toArray();
        double mean = 0;
        for (double gain : gains) {
            mean += gain / gains.length;
        }
        double squares = 0;
        for (double gain : gains) {
            squares += (gain - mean) * (gain - mean);
        }
        double error = Math.sqrt(squares / (gains.length - 1.0) / gains.length);
        return error > 0 ? mean / error : 0;
    }
}
