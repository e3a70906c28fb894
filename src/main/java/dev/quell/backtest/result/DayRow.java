package dev.quell.backtest.result;

import dev.quell.classifier.Action;
import java.time.LocalDate;
import java.util.Map;

/**
 * How often each action would have been taken on one day.
 *
 * @param day in the backtest's zone
 * @param calls by action; one that is missing was not taken
 */
public record DayRow(LocalDate day, Map<Action, Long> calls) {

    public DayRow {
        calls = Map.copyOf(calls);
    }

    /** The calls met with an action. */
    public long of(Action action) {
        return calls.getOrDefault(action, 0L);
    }
}
