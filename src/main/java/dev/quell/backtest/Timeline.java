package dev.quell.backtest;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** What is still to come, in order of time; of what comes at the same moment, in the order in which it was planned. */
final class Timeline {

    private final PriorityQueue<Planned> planned =
            new PriorityQueue<>(Comparator.comparing(Planned::at).thenComparingLong(Planned::serial));
    private long serial;

    private record Planned(Instant at, long serial, Runnable deed) {}

    void plan(Instant at, Runnable deed) {
        planned.add(new Planned(at, serial++, deed));
    }

    /** Does what is due at a moment or before. */
    void until(Instant now) {
        for (Planned next = planned.peek(); next != null && !next.at().isAfter(now); next = planned.peek()) {
            planned.remove();
            next.deed().run();
        }
    }

    /** Does all the rest. */
    void rest() {
        until(Instant.MAX);
    }
}
