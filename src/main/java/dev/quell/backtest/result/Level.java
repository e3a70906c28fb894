package dev.quell.backtest.result;

/** How hard a caller is met: so, or harder. */
public enum Level {
    TAGGED,
    CHALLENGED,
    LISTENED,
    DETERRED,
    /** An automatic block was made, or stood. */
    BLOCKED
}
