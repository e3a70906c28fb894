package dev.quell.call;

/** Wilson's score interval for a share that was seen in so many trials. */
public final class Wilson {

    /** The normal quantile of a two-sided interval of 95 %. */
    public static final double Z_95 = 1.96;

    private Wilson() {}

    /**
     * The lower end of the 95 % interval; few trials keep it low.
     *
     * @param successes may be a fraction
     * @param trials more than 0, at least {@code successes}
     */
    public static double lowerBound(double successes, double trials) {
        double share = successes / trials;
        double square = Z_95 * Z_95;
        return Math.max(0, (share + square / (2 * trials) - margin(share, trials, Z_95)) / (1 + square / trials));
    }

    /**
     * The interval.
     *
     * @param successes 0 to {@code trials}, may be a fraction
     * @param trials at least 0; without trials the interval is all of 0 to 1
     * @param z the normal quantile, for example {@link #Z_95}; more than 0
     */
    public static Interval interval(double successes, double trials, double z) {
        if (!(successes >= 0 && successes <= trials)) {
            throw new IllegalArgumentException("successes are 0 to trials, not " + successes + " of " + trials);
        }
        if (trials == 0) {
            return new Interval(0, 1);
        }
        double share = successes / trials;
        double square = z * z;
        double centre = share + square / (2 * trials);
        double margin = margin(share, trials, z);
        double scale = 1 + square / trials;
        // Exact at the ends, where rounding would leave a trace.
        double lower = successes == 0 ? 0 : (centre - margin) / scale;
        double upper = successes == trials ? 1 : (centre + margin) / scale;
        return new Interval(lower, upper);
    }

    private static double margin(double share, double trials, double z) {
        return z * Math.sqrt(share * (1 - share) / trials + z * z / (4 * trials * trials));
    }

    /** Where a share lies, from 0 to 1. */
    public record Interval(double lower, double upper) {}
}
