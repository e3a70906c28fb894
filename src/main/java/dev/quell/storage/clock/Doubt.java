package dev.quell.storage.clock;

import java.time.Duration;
import java.time.Instant;

/**
 * Why the clock is not believed, and what time it would be by what this instance knows.
 *
 * @param ahead whether the clock is too far ahead; otherwise it is behind
 * @param anchor the last moment that was believed, epoch milliseconds
 * @param nanos the count that nobody sets, at that moment or at the start after it
 * @param before for how long the clock was doubted before that count
 * @param patience after so long a clock that is ahead is believed all the same
 */
record Doubt(boolean ahead, long anchor, long nanos, Duration before, Duration patience) {

    private static final Duration LONG = Duration.ofDays(60);

    /** A clock that is ahead by so much. The further, the longer somebody has time to see it. */
    static Doubt ahead(long anchor, long nanos, Duration by) {
        return new Doubt(
                true, anchor, nanos, Duration.ZERO, Duration.ofDays(by.compareTo(LONG) > 0 ? LONG.toDays() / 2 : 1));
    }

    /** A clock that says less than was believed before. */
    static Doubt behind(long anchor, long nanos) {
        return new Doubt(false, anchor, nanos, Duration.ZERO, Duration.ZERO);
    }

    /** What time it is by the count. */
    Instant now(long count) {
        return Instant.ofEpochMilli(anchor).plus(ran(count));
    }

    Duration ran(long count) {
        return Duration.ofNanos(count - nanos);
    }

    /** For how long it has been doubted, over restarts. */
    Duration doubted(long count) {
        return before.plus(ran(count));
    }

    /** In words, for health and log. */
    String words(Instant clock, Instant now, Duration doubted) {
        if (!ahead) {
            return "the clock is behind: it says " + clock + ", and it was " + Instant.ofEpochMilli(anchor)
                    + " already when the service ran last; set it right (NTP), or if it is right stop Quell, delete `clock` in the"
                    + " data directory and start it";
        }
        return "the clock is " + Duration.between(now, clock).toDays()
                + " days ahead of what this service has seen; set it back if it is wrong, which needs no restart. If it is"
                + " right it is believed when the service has run with it for " + patience.toHours() + " h ("
                + doubted.toHours()
                + " h so far), or at once if you stop Quell, delete `clock` in the data directory and start it";
    }
}
