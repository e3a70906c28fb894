package dev.quell.asterisk.ami.book;

import java.util.OptionalInt;

/** How full one queue is, as far as its Asterisk told. */
public final class QueueLevel {

    private int waiting;
    private int limit;
    private boolean known;

    /** Callers that wait; empty if it is not known. */
    public synchronized OptionalInt waiting() {
        return known ? OptionalInt.of(waiting) : OptionalInt.empty();
    }

    /** Whether one more may join; {@code true} if it is not known. */
    public synchronized boolean free() {
        return !known || limit == 0 || waiting < limit;
    }

    synchronized void waiting(int count) {
        waiting = count;
    }

    synchronized void counted(int count, int most) {
        waiting = count;
        limit = most;
        known = true;
    }

    synchronized void unknown() {
        known = false;
    }
}
