package dev.quell.backtest.measure;

import dev.quell.backtest.measure.Confusion.Share;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether probabilities mean what they say.
 *
 * @param bins bins of equal width over 0 to 1, empty ones left out
 * @param brier the mean squared distance of the probability from the truth, 0 is best; NaN without cases
 * @param expectedError the expected calibration error: the bins' distances between what was said and what was seen, weighted by their cases; NaN without
 *     cases
 */
public record Reliability(List<Bin> bins, double brier, double expectedError) {

    public Reliability {
        bins = List.copyOf(bins);
    }

    /**
     * Measures probabilities.
     *
     * @param probability 0 to 1
     * @param nuisance whether the case is nuisance, in the same order
     * @param bins at least 1; a probability of 1 lies in the last, one on a border in the upper
     */
    public static Reliability of(double[] probability, boolean[] nuisance, int bins) {
        if (probability.length != nuisance.length) {
            throw new IllegalArgumentException(
                    probability.length + " probabilities and " + nuisance.length + " labels");
        }
        long[] cases = new long[bins];
        long[] bad = new long[bins];
        double[] said = new double[bins];
        double squares = 0;
        for (int i = 0; i < probability.length; i++) {
            double p = probability[i];
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException("probability " + i + " is " + p + ", not 0 to 1");
            }
            int bin = Math.min(bins - 1, (int) (p * bins));
            double truth = nuisance[i] ? 1 : 0;
            cases[bin]++;
            bad[bin] += nuisance[i] ? 1 : 0;
            said[bin] += p;
            squares += (p - truth) * (p - truth);
        }
        return summed(cases, bad, said, squares / probability.length);
    }

    private static Reliability summed(long[] cases, long[] bad, double[] said, double brier) {
        List<Bin> bins = new ArrayList<>();
        double error = 0;
        long all = 0;
        for (int i = 0; i < cases.length; i++) {
            if (cases[i] > 0) {
                Share seen = new Share(bad[i], cases[i]);
                bins.add(new Bin((double) i / cases.length, (i + 1.0) / cases.length, said[i] / cases[i], seen));
                error += Math.abs(said[i] - bad[i]);
                all += cases[i];
            }
        }
        return new Reliability(bins, brier, error / all);
    }

    /**
     * The cases with a probability in a range.
     *
     * @param from inclusive
     * @param to exclusive, except in the last bin
     * @param said the mean probability
     * @param seen the share of nuisance
     */
    public record Bin(double from, double to, double said, Share seen) {}
}
