package dev.quell.evidence.desk;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Pauses in long work, as long as what was worked since the last one, so that a verdict always finds a processor. For one piece of work. */
final class Rests {

    private static final long LONGEST = Duration.ofMillis(500).toNanos();

    private long since = System.nanoTime();

    /** Rests. */
    void rest() {
        LockSupport.parkNanos(Math.min(LONGEST, System.nanoTime() - since));
        since = System.nanoTime();
    }
}
