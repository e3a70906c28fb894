package dev.quell.jobs;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.LockSupport;

/** Guards work that must go on: an {@link Error} or an exception that ends a round is noted in {@link Mishaps}, and does not end the work. */
public final class Jobs {

    /** Between an error and the next try of a loop. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private Jobs() {}

    /** A timer of one daemon thread. What it repeats is repeated whatever a round ends with. */
    public static ScheduledExecutorService timer(String name) {
        return new GuardedTimer(name, 1, Thread.ofPlatform().name(name).daemon().factory());
    }

    /** The same with some threads, which have the name and a number. */
    public static ScheduledExecutorService timer(String name, int threads) {
        return new GuardedTimer(
                name, threads, Thread.ofPlatform().name(name + "-", 0).daemon().factory());
    }

    /**
     * A loop for a thread of its own. It is begun again when it ends with an exception or an error, unless the thread was interrupted; it is over when it returns.
     *
     * @param work keeps what it must not lose in fields
     */
    public static Runnable loop(String name, Runnable work) {
        return loop(name, work, PAUSE);
    }

    static Runnable loop(String name, Runnable work, Duration pause) {
        return () -> {
            while (!round(name, work) && !Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(pause.toNanos());
            }
        };
    }

    /** Does a round; whether it ended well. What ended it is noted. */
    @SuppressWarnings("CatchingUnchecked") // an Error too: the work goes on
    static boolean round(String name, Runnable work) {
        try {
            work.run();
            return true;
        } catch (Throwable e) {
            Mishaps.note(name, e);
            return false;
        }
    }
}
