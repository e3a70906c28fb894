package dev.quell.calibration.fit;

/** The range in which a number may move; both ends belong to it. */
record Bounds(double low, double high) {

    private static final double STRONGEST = 10;
    private static final double LOWEST_PRIOR = 0.005;
    private static final double HIGHEST_PRIOR = 0.2;

    /** Of a weight: its sign stays, and it neither vanishes nor grows beyond the leeway. */
    static Bounds ofWeight(double shipped, double leeway) {
        double near = shipped / leeway;
        double far = Math.max(-STRONGEST, Math.min(STRONGEST, shipped * leeway));
        return new Bounds(Math.min(near, far), Math.max(near, far));
    }

    /** Of the prior's log odds: 0.5 % to 20 %. */
    static Bounds ofPrior() {
        return new Bounds(Logistic.logOdds(LOWEST_PRIOR), Logistic.logOdds(HIGHEST_PRIOR));
    }

    double clamp(double value) {
        return Math.max(low, Math.min(high, value));
    }

    boolean contains(double value) {
        return value >= low && value <= high;
    }
}
