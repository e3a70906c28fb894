package dev.quell.calibration.fit;

/** Odds, log odds and the loss of a probability. */
public final class Logistic {

    private Logistic() {}

    /** The log odds of a probability between 0 and 1. */
    public static double logOdds(double probability) {
        return Math.log(probability / (1 - probability));
    }

    /** The probability of log odds. */
    public static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    /** The log loss of log odds for what turned out to be so, at least 0; does not overflow. */
    public static double loss(double logOdds, boolean nuisance) {
        double against = nuisance ? -logOdds : logOdds;
        return against > 0 ? against + Math.log1p(Math.exp(-against)) : Math.log1p(Math.exp(against));
    }
}
