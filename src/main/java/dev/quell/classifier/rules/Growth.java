package dev.quell.classifier.rules;

import java.util.Arrays;

/**
 * How a count's weight grows: through points, evenly with the logarithm of one more than the count between them, and slowly on beyond the last. So few callers tie,
 * and nothing jumps.
 */
public final class Growth {

    /** Beyond the last point the weight grows so much slower than just before it. */
    private static final double SLOWER = 0.25;

    private final double[] at;
    private final double[] share;

    private Growth(double[] at, double[] share) {
        this.at = at;
        this.share = share;
    }

    /** Nothing up to this count. */
    public static Growth above(double count) {
        return new Growth(new double[] {Math.log1p(count)}, new double[] {0});
    }

    /** And so many points at a higher count; the last point's are the catalogue's weight. */
    public Growth through(double count, double points) {
        double[] moreAt = Arrays.copyOf(at, at.length + 1);
        double[] moreShare = Arrays.copyOf(share, share.length + 1);
        moreAt[at.length] = Math.log1p(count);
        moreShare[share.length] = points;
        if (!(moreAt[at.length] > at[at.length - 1] && points > share[share.length - 1])) {
            throw new IllegalArgumentException("the points of a growth rise in count and weight");
        }
        return new Growth(moreAt, moreShare);
    }

    /** The share of the last point's weight that a count reaches; above 1 beyond it, 0 up to the first. */
    public double share(double count) {
        double x = Math.log1p(count);
        int last = at.length - 1;
        if (x <= at[0]) {
            return 0;
        }
        if (x > at[last]) {
            return (share[last] + (x - at[last]) * slope(last) * SLOWER) / share[last];
        }
        int to = 1;
        while (x > at[to]) {
            to++;
        }
        return (share[to - 1] + (x - at[to - 1]) * slope(to)) / share[last];
    }

    private double slope(int to) {
        return (share[to] - share[to - 1]) / (at[to] - at[to - 1]);
    }
}
