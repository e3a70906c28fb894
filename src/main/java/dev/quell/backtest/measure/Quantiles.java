package dev.quell.backtest.measure;

import java.util.Arrays;

/** Quantiles of a sample, for example of how many calls a caller had made, or how long it took, until the first decision. */
public final class Quantiles {

    private final double[] sorted;

    private Quantiles(double[] sorted) {
        this.sorted = sorted;
    }

    /** The quantiles of a sample; it is copied. */
    public static Quantiles of(double[] sample) {
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        return new Quantiles(sorted);
    }

    /** How many values there are. */
    public int size() {
        return sorted.length;
    }

    /**
     * The quantile, linear between the two nearest values (Hyndman and Fan's type 7).
     *
     * @param share 0, the least, to 1, the greatest
     * @return NaN for an empty sample
     */
    public double at(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a quantile's share is 0 to 1, not " + share);
        }
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /** The median. */
    public double median() {
        return at(0.5);
    }
}
