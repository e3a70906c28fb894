package dev.quell.backtest.result;

import dev.quell.classifier.Action;

/**
 * How often an action would have been taken.
 *
 * @param callers whose hardest action it was
 */
public record ActionRow(Action action, long calls, long callers) {}
