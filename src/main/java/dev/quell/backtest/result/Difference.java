package dev.quell.backtest.result;

import java.util.List;

/**
 * The calls that other settings would have met otherwise.
 *
 * @param before what the other settings would have done
 * @param changed calls whose action differs
 * @param changes by old and new action, the most frequent first
 */
public record Difference(Run before, long changed, List<Change> changes) {

    public Difference {
        changes = List.copyOf(changes);
    }
}
