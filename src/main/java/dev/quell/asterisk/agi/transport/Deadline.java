package dev.quell.asterisk.agi.transport;

import java.time.Duration;

/** When a connection is to be closed unless more time is given. */
final class Deadline {

    private static final long NEVER = Long.MAX_VALUE;

    private volatile long end = NEVER;

    /** So long from now. */
    void in(Duration time) {
        end = System.nanoTime() + time.toNanos();
    }

    /** Never, until another moment is set. */
    void off() {
        end = NEVER;
    }

    /** Whether it is past, by {@link System#nanoTime()}. */
    boolean isOver(long now) {
        long set = end;
        return set != NEVER && set - now <= 0;
    }
}
