package dev.quell.bench.part;

import dev.quell.bench.server.Meters;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** What a service has put off: verdicts that are durable in the journal and not in the database yet, and those whose log line is still to come. */
final class Backlog {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(50);
    /** Behind by so few, it has caught up. */
    private static final double NONE = 10;

    private final Meters meters;
    private double largest;
    private double takenIn;
    private double seconds;

    Backlog(Meters meters) {
        this.meters = meters;
    }

    /** How many verdicts the database is behind by now. */
    double behind() throws IOException, InterruptedException {
        return meters.sum("quell_journal_behind");
    }

    /** Waits until nothing is put off any more. */
    void settle() throws IOException, InterruptedException {
        long began = System.nanoTime();
        double first = behind();
        while (left() > NONE && System.nanoTime() - began < PATIENCE.toNanos()) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
        largest = Math.max(largest, first);
        takenIn += first;
        seconds += (System.nanoTime() - began) / 1e9;
    }

    private double left() throws IOException, InterruptedException {
        return behind() + meters.sum("quell_verdicts_untold");
    }

    /** The largest number of verdicts that it was behind by when a wait began. */
    double largest() {
        return largest;
    }

    /** Verdicts a second by which it caught up while nobody called. */
    double rate() {
        return seconds == 0 ? 0 : takenIn / seconds;
    }
}
