package dev.quell.backtest.result;

import dev.quell.backtest.measure.Confusion;

/**
 * How well it meets the right ones.
 *
 * @param calls labelled calls that were met so or harder
 * @param callers labelled callers who were met so or harder at least once; good ones among them are good callers hurt
 * @param delay how soon the nuisance ones were
 */
public record LevelRow(Level level, Confusion calls, Confusion callers, Delay delay) {}
