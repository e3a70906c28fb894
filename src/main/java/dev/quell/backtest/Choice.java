package dev.quell.backtest;

import dev.quell.replay.ReplaySettings;

/**
 * One choice of settings.
 *
 * @param name for people: {@code present}, or a file's name
 */
public record Choice(String name, ReplaySettings settings) {}
