package dev.quell.backtest.tally;

/** Natural-log odds: they tell apart what probabilities near 1 do not. */
public final class LogOdds {

    private LogOdds() {}

    /** The log-odds of a probability; infinite for 0 and 1. */
    public static double of(double probability) {
        return Math.log(probability) - Math.log1p(-probability);
    }
}
