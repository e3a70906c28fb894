package dev.quell.backtest.result;

/**
 * How soon nuisance callers were met.
 *
 * @param reached nuisance callers who were met
 * @param never those who were not
 * @param medianCall which call it was, the first is 1; NaN if none was met
 * @param p90Call nine in ten were met by this call
 * @param medianSeconds from their first call to that one; NaN if none was met
 */
public record Delay(long reached, long never, double medianCall, double p90Call, double medianSeconds) {}
