package dev.quell.storage.journal;

import dev.quell.storage.journal.BesideFault.Beside;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether calls are taken in with what goes along with them. While that fails it is left out: the log goes before its proof. For the intake's thread. */
final class Companion {

    private static final Logger log = LoggerFactory.getLogger(Companion.class);
    private static final int TRIES = 3;
    private static final Duration REST = Duration.ofMinutes(1);

    private final Beside beside;
    private final Duration rest;
    private int failures;
    private long failedAt;
    private long without;
    private volatile String fault = "";

    Companion(Beside beside) {
        this(beside, REST);
    }

    /** @param rest how long it is left out before it is tried again */
    Companion(Beside beside, Duration rest) {
        this.beside = beside;
        this.rest = rest;
    }

    /** Whether it is to be tried with the next records: until it has failed three times, and once a minute from then on. */
    boolean isWanted() {
        return failures < TRIES || System.nanoTime() - failedAt >= rest.toNanos();
    }

    /** How many records were taken in without it since it failed. */
    long without() {
        return without;
    }

    /** Why it is left out; empty while it is not. */
    String fault() {
        return fault;
    }

    /** It failed, and nothing was taken in. */
    void failed(BesideFault why) {
        failures++;
        failedAt = System.nanoTime();
        if (failures == TRIES) {
            fault = String.valueOf(why.getMessage());
            switch (beside) {
                case CHAIN ->
                    log.error(
                            "The chain over the call log is broken: {}. Calls are taken in without a place in it, so nothing proves them, until it is mended;"
                                    + " look with `quell verify`",
                            fault,
                            why);
                case COUNTERS ->
                    log.error(
                            "The counters of calls are broken: {}. Calls are taken in uncounted, and counted anew when that goes again",
                            fault,
                            why);
            }
        }
    }

    /**
     * Records were taken in.
     *
     * @param along whether with it
     */
    void taken(boolean along, int records) {
        if (!along) {
            without += records;
        } else if (failures > 0) {
            if (!fault.isEmpty()) {
                log.warn("{} goes on; {} records were taken in without it", beside, without);
            }
            failures = 0;
            without = 0;
            fault = "";
        }
    }
}
