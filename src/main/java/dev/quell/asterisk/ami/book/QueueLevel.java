package dev.quell.asterisk.ami.book;

import dev.quell.asterisk.ami.stream.AmiEvent.QueueCounted;
import dev.quell.asterisk.ami.stream.AmiEvent.QueueMoved;
import java.util.OptionalInt;

/** How full one queue is, as far as its Asterisk told. */
public final class QueueLevel {

    private final String queue;
    private int waiting;
    private int limit;
    private boolean known;

    QueueLevel(String queue) {
        this.queue = queue;
    }

    /** Callers that wait; empty if it is not known. */
    public synchronized OptionalInt waiting() {
        return known ? OptionalInt.of(waiting) : OptionalInt.empty();
    }

    /** How many may wait; empty if it is not known, or there is no limit. */
    public synchronized OptionalInt room() {
        return known && limit > 0 ? OptionalInt.of(limit) : OptionalInt.empty();
    }

    /** Its name. */
    public String name() {
        return queue;
    }

    /** Whether one more may join; {@code true} if it is not known. */
    public synchronized boolean free() {
        return !known || limit == 0 || waiting < limit;
    }

    synchronized void moved(QueueMoved moved) {
        if (moved.queue().equals(queue)) {
            waiting = moved.count();
        }
    }

    synchronized void counted(QueueCounted counted) {
        if (counted.queue().equals(queue)) {
            waiting = counted.count();
            limit = counted.limit();
            known = true;
        }
    }

    /** Without a stream nothing is known until it is counted again. */
    synchronized void turn(boolean open) {
        known &= open;
    }
}
