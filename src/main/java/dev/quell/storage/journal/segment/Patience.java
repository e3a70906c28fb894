package dev.quell.storage.journal.segment;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/** Wakes those who wait for the disk when their time is over. One thread looks at all of them every few milliseconds, so that no wait needs a timer. */
final class Patience implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(5);

    private record Wait(Append append, long end) {

        /** Whether it need not be looked at again. */
        boolean isOver(long now) {
            boolean late = now - end >= 0;
            if (late) {
                append.late();
            }
            return late || append.done().isDone();
        }
    }

    private final Queue<Wait> waits = new ConcurrentLinkedQueue<>();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("quell-patience").unstarted(this::watch);
    private volatile boolean idle;
    private volatile boolean open = true;

    private Patience() {}

    static Patience start() {
        Patience patience = new Patience();
        patience.thread.start();
        return patience;
    }

    /** Tells the thread that waits for a record at a moment of {@link System#nanoTime}, or a little later, unless its wait is over before. */
    void wakeAt(long end, Append append) {
        waits.add(new Wait(append, end));
        if (idle) {
            LockSupport.unpark(thread);
        }
    }

    private void watch() {
        while (open) {
            if (waits.isEmpty()) {
                rest();
            } else {
                long before = System.nanoTime();
                LockSupport.parkNanos(this, LOOK.toNanos());
                long now = System.nanoTime();
                // If the process stood still, what the disk has done meanwhile is to be seen first.
                long stood = Math.max(0, now - before - 2 * LOOK.toNanos());
                waits.removeIf(wait -> wait.isOver(now - stood));
            }
        }
    }

    private void rest() {
        idle = true;
        if (waits.isEmpty() && open) {
            LockSupport.park(this);
        }
        idle = false;
    }

    /** Wakes nobody any more. */
    @Override
    public void close() {
        open = false;
        LockSupport.unpark(thread);
    }
}
