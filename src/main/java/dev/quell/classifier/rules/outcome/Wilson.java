package dev.quell.classifier.rules.outcome;

/** Wilson's score interval for a share, at 95 %. */
final class Wilson {

    private static final double Z = 1.96;

    private Wilson() {}

    /**
     * The lower end of the interval; few trials keep it low.
     *
     * @param successes may be a fraction
     * @param trials more than 0, at least {@code successes}
     */
    static double lowerBound(double successes, double trials) {
        double share = successes / trials;
        double square = Z * Z;
        double margin = Z * Math.sqrt(share * (1 - share) / trials + square / (4 * trials * trials));
        return Math.max(0, (share + square / (2 * trials) - margin) / (1 + square / trials));
    }
}
