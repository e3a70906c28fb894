package dev.quell.asterisk.agi.transport;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Whether requests wait for their turn, and for how long already. A short jam is worked off: late verdicts are better than none. In one that lasts, every
 * request would be served when its time is over, and none in time; therefore those that have waited too long are turned away at once and cost next to
 * nothing, and the others have their verdict. Safe for many threads.
 */
final class Jam {

    /** A request that was served sooner found no jam. */
    private static final Duration PROMPT = Duration.ofMillis(50);

    /** A jam that is older lasts. After as long without a request there is none. */
    private static final Duration LASTING = Duration.ofSeconds(1);

    private final LongSupplier nanos;
    private volatile boolean jammed;
    private volatile long since;
    private volatile long seen;

    /** @param nanos the time as {@link System#nanoTime()} gives it */
    Jam(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Takes note of how long a request has waited whose turn it is; whether it is to be turned away. */
    boolean turnsAway(Duration waited) {
        long now = nanos.getAsLong();
        if (waited.compareTo(PROMPT) < 0) {
            // Written seldom, read by all.
            if (jammed) {
                jammed = false;
            }
            return false;
        }
        if (!jammed || now - seen > LASTING.toNanos()) {
            since = now;
            jammed = true;
        }
        seen = now;
        return waited.compareTo(Connection.OLD) > 0 && now - since > LASTING.toNanos();
    }
}
