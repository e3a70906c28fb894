package dev.quell.asterisk.ami.book;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Whether one Asterisk's event stream is whole, and since which era. Written by the consumer of the events, read by anybody. */
final class StreamState {

    private final AtomicLong era = new AtomicLong();
    private final AtomicBoolean reconcileWanted = new AtomicBoolean();
    private volatile boolean open;
    private volatile Instant heardAt = Instant.MIN;

    /** A new era begins: the stream was opened, closed, or torn and stays as it was. */
    void turn(boolean nowOpen) {
        era.incrementAndGet();
        open = nowOpen;
        reconcileWanted.set(nowOpen);
        if (!nowOpen) {
            heardAt = Instant.MIN;
        }
    }

    /** A canary has come back. */
    void heard(Instant at) {
        heardAt = at;
    }

    long era() {
        return era.get();
    }

    boolean open() {
        return open;
    }

    /** Whether a canary came back not longer than {@code limit} ago. */
    boolean heardWithin(Duration limit, Instant now) {
        return !heardAt.plus(limit).isBefore(now);
    }

    /** Whether a new era waits for the question what is up; asking resets it. */
    boolean takeReconcileWanted() {
        return reconcileWanted.getAndSet(false);
    }
}
