package dev.quell.backtest.measure;

import dev.quell.call.Wilson;
import dev.quell.call.Wilson.Interval;

/**
 * How often a decision was right, over labelled cases; positive means that the decision was taken, true that the case was what it was taken for.
 *
 * @param truePositive nuisance, and the decision was taken
 * @param falsePositive good, and it was taken
 * @param trueNegative good, and it was not taken
 * @param falseNegative nuisance, and it was not taken
 */
public record Confusion(long truePositive, long falsePositive, long trueNegative, long falseNegative) {

    public Confusion {
        if (truePositive < 0 || falsePositive < 0 || trueNegative < 0 || falseNegative < 0) {
            throw new IllegalArgumentException("counts are not negative");
        }
    }

    /** All cases. */
    public long cases() {
        return good() + nuisance();
    }

    /** The cases that were good. */
    public long good() {
        return falsePositive + trueNegative;
    }

    /** The cases that were a nuisance. */
    public long nuisance() {
        return truePositive + falseNegative;
    }

    /** The share of nuisance among the cases decided on. */
    public Share precision() {
        return new Share(truePositive, truePositive + falsePositive);
    }

    /** The share of the nuisance that was decided on. */
    public Share recall() {
        return new Share(truePositive, nuisance());
    }

    /** The share of the good that was decided on. */
    public Share falsePositiveRate() {
        return new Share(falsePositive, good());
    }

    /** The good cases decided on, for each 100,000 good ones; NaN if there are none. */
    public double goodHurtPer100k() {
        return falsePositiveRate().per100k();
    }

    /**
     * A share with what it was counted from.
     *
     * @param of 0 if there was nothing to count
     */
    public record Share(long part, long of) {

        /** The share, 0 to 1; NaN if there was nothing to count. */
        public double value() {
            return of == 0 ? Double.NaN : (double) part / of;
        }

        /** Wilson's interval at 95 %. */
        public Interval interval() {
            return Wilson.interval((double) part, (double) of, Wilson.Z_95);
        }

        /** The share of 100,000; NaN if there was nothing to count. */
        public double per100k() {
            return value() * 100_000;
        }
    }
}
