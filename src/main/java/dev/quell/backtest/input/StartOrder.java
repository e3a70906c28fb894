package dev.quell.backtest.input;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Puts calls into the order of their start: records are written when calls end. A bounded number of calls waits, so that a file of fewer calls may have
 * any order, and a longer one must have nearly the order of time.
 */
final class StartOrder {

    private static final Comparator<RecordedCall> BY_START = (one, other) -> {
        int order = one.start().compareTo(other.start());
        return order != 0 ? order : Long.compare(one.lineNumber(), other.lineNumber());
    };

    private final Tally tally;
    private final int waiting;
    private final PriorityQueue<RecordedCall> calls = new PriorityQueue<>(BY_START);
    private Instant given = Instant.MIN;

    /**
     * Calls for a tally.
     *
     * @param waiting how many calls wait at most
     */
    StartOrder(Tally tally, int waiting) {
        this.tally = tally;
        this.waiting = waiting;
    }

    void add(RecordedCall call) {
        if (call.start().isBefore(given)) {
            tally.outOfOrder();
            return;
        }
        calls.add(call);
        if (calls.size() > waiting) {
            give();
        }
    }

    void end() {
        while (!calls.isEmpty()) {
            give();
        }
    }

    private void give() {
        RecordedCall next = calls.remove();
        given = next.start();
        tally.call(next);
    }
}
