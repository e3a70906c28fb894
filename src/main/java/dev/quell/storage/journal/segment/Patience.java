package dev.quell.storage.journal.segment;

import dev.quell.jobs.Jobs;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/** Wakes those who wait for the disk when their time is over. One thread looks at all of them every few milliseconds, so that no wait needs a timer. */
final class Patience implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(5);

    /** @param stoodBefore for how long the process had stood still when it began */
    private record Wait(Append append, long end, long stoodBefore) {

        /** Whether it need not be looked at again. A standstill of the process is not the disk's time. */
        boolean isOver(long now, long stood) {
            boolean late = now - end >= stood - stoodBefore;
            if (late) {
                append.late();
            }
            return late || append.done().isDone();
        }
    }

    private final Queue<Wait> waits = new ConcurrentLinkedQueue<>();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("quell-patience").unstarted(Jobs.loop("quell-patience", this::watch));
    private volatile long stood;
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
        waits.add(new Wait(append, end, stood));
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
                long inAll = stood + Math.max(0, now - before - 2 * LOOK.toNanos());
                stood = inAll;
                waits.removeIf(wait -> wait.isOver(now, inAll));
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
