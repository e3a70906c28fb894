package dev.quell.backtest.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * How well a score tells nuisance from good, at every threshold: the ROC and precision-recall curves. A threshold takes every case with at least that
 * score, so cases with the same score are taken together.
 */
public final class Roc {

    private final long good;
    private final long nuisance;
    private final double[] thresholds;
    private final long[] falsePositives;
    private final long[] truePositives;

    private Roc(long good, long nuisance, double[] thresholds, long[] falsePositives, long[] truePositives) {
        this.good = good;
        this.nuisance = nuisance;
        this.thresholds = thresholds;
        this.falsePositives = falsePositives;
        this.truePositives = truePositives;
    }

    /**
     * The curves of a score; n log n.
     *
     * @param score higher means more likely nuisance; no NaN
     * @param label whether the case is nuisance, in the same order
     */
    public static Roc of(double[] score, boolean[] label) {
        if (score.length != label.length) {
            throw new IllegalArgumentException(score.length + " scores and " + label.length + " labels");
        }
        double[] good = new double[score.length];
        double[] bad = new double[score.length];
        int goods = 0;
        int bads = 0;
        for (int i = 0; i < score.length; i++) {
            if (Double.isNaN(score[i])) {
                throw new IllegalArgumentException("score " + i + " is not a number");
            }
            // + 0.0 makes the two zeros one
            if (label[i]) {
                bad[bads++] = score[i] + 0.0;
            } else {
                good[goods++] = score[i] + 0.0;
            }
        }
        good = Arrays.copyOf(good, goods);
        bad = Arrays.copyOf(bad, bads);
        Arrays.sort(good);
        Arrays.sort(bad);
        return merged(good, bad);
    }

    /** Walks both sorted lists from the highest score down; one step for each different score. */
    private static Roc merged(double[] good, double[] bad) {
        int most = good.length + bad.length;
        double[] thresholds = new double[most];
        long[] falsePositives = new long[most];
        long[] truePositives = new long[most];
        int g = good.length;
        int b = bad.length;
        int steps = 0;
        while (g > 0 || b > 0) {
            double next = Math.max(
                    g > 0 ? good[g - 1] : Double.NEGATIVE_INFINITY, b > 0 ? bad[b - 1] : Double.NEGATIVE_INFINITY);
            while (g > 0 && good[g - 1] == next) {
                g--;
            }
            while (b > 0 && bad[b - 1] == next) {
                b--;
            }
            thresholds[steps] = next;
            falsePositives[steps] = (long) good.length - g;
            truePositives[steps++] = (long) bad.length - b;
        }
        return new Roc(
                good.length,
                bad.length,
                Arrays.copyOf(thresholds, steps),
                Arrays.copyOf(falsePositives, steps),
                Arrays.copyOf(truePositives, steps));
    }

    /** The cases that were good. */
    public long good() {
        return good;
    }

    /** The cases that were a nuisance. */
    public long nuisance() {
        return nuisance;
    }

    /** How many different scores there were; few of them tie most cases. */
    public int distinctScores() {
        return thresholds.length;
    }

    /**
     * The area under the ROC curve: the chance that a nuisance case scores higher than a good one, a tie counting half. NaN without cases of both kinds.
     */
    public double auc() {
        double area = 0;
        long lastFalse = 0;
        long lastTrue = 0;
        for (int i = 0; i < thresholds.length; i++) {
            area += (falsePositives[i] - lastFalse) * ((double) truePositives[i] + lastTrue) / 2;
            lastFalse = falsePositives[i];
            lastTrue = truePositives[i];
        }
        return area / good / nuisance;
    }

    /**
     * Average precision, step-wise: the sum over thresholds, from the highest, of the gain in recall times the precision there. Nothing is interpolated.
     * NaN without a nuisance case.
     */
    public double averagePrecision() {
        double sum = 0;
        long lastTrue = 0;
        for (int i = 0; i < thresholds.length; i++) {
            double precision = (double) truePositives[i] / (truePositives[i] + falsePositives[i]);
            sum += (truePositives[i] - lastTrue) * precision;
            lastTrue = truePositives[i];
        }
        return sum / nuisance;
    }

    /**
     * The highest recall that a threshold reaches without taking more than a share of the good cases. Nothing is interpolated.
     *
     * @param falsePositiveRate 0 to 1, for example 0.0001
     * @return 0 if every threshold takes more; NaN without cases of both kinds
     */
    public double recallAt(double falsePositiveRate) {
        if (good == 0 || nuisance == 0) {
            return Double.NaN;
        }
        double best = 0;
        for (int i = 0; i < thresholds.length && (double) falsePositives[i] / good <= falsePositiveRate; i++) {
            best = (double) truePositives[i] / nuisance;
        }
        return best;
    }

    /**
     * Points of the ROC curve, from (0, 0) to (1, 1); x is the false-positive rate, y the recall. Empty without cases of both kinds.
     *
     * @param most about how many points a plot wants; at least 2
     */
    public List<Point> rocPoints(int most) {
        if (good == 0 || nuisance == 0) {
            return List.of();
        }
        List<Point> points = new ArrayList<>();
        points.add(new Point(0, 0, Double.POSITIVE_INFINITY));
        for (int i = 0; i < thresholds.length; i++) {
            points.add(
                    new Point((double) falsePositives[i] / good, (double) truePositives[i] / nuisance, thresholds[i]));
        }
        return Thinning.of(points, most);
    }

    /**
     * Points of the precision-recall curve, recall rising; x is the recall, y the precision. Empty without a nuisance case.
     *
     * @param most about how many points a plot wants; at least 2
     */
    public List<Point> precisionRecallPoints(int most) {
        if (nuisance == 0) {
            return List.of();
        }
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < thresholds.length; i++) {
            double taken = truePositives[i] + falsePositives[i];
            points.add(new Point((double) truePositives[i] / nuisance, truePositives[i] / taken, thresholds[i]));
        }
        return Thinning.of(points, most);
    }

    /** How the scores of good and nuisance cases are spread over bins of equal width. Scores without end go to the outer bins. */
    public Histogram histogram(int bins) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double threshold : thresholds) {
            if (Double.isFinite(threshold)) {
                low = Math.min(low, threshold);
                high = Math.max(high, threshold);
            }
        }
        double from = low > high ? 0 : low;
        double to = high > from ? high : from + 1;
        List<Histogram.Bin> all = new ArrayList<>(Collections.nCopies(bins, new Histogram.Bin(0, 0)));
        for (int i = 0; i < thresholds.length; i++) {
            int bin = (int) Math.clamp((thresholds[i] - from) / (to - from) * bins, 0, bins - 1);
            long goods = falsePositives[i] - (i == 0 ? 0 : falsePositives[i - 1]);
            long bads = truePositives[i] - (i == 0 ? 0 : truePositives[i - 1]);
            all.set(bin, all.get(bin).plus(goods, bads));
        }
        return new Histogram(from, to, all);
    }

    /**
     * One point of a curve.
     *
     * @param threshold cases with at least this score are taken; infinity: none
     */
    public record Point(double x, double y, double threshold) {}
}
