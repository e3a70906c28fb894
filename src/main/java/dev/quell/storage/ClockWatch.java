package dev.quell.storage;

import dev.quell.storage.database.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Whether the clock can be believed so far that records are deleted by it. A clock that is a year ahead would have all of them deleted. */
@Component
class ClockWatch {

    /** More is a jump, not a correction. */
    private static final Duration JUMP = Duration.ofDays(1);
    /** After so long a silence the first day is waited for. */
    private static final Duration SILENCE = Duration.ofDays(7);

    private static final Duration PATIENCE = Duration.ofDays(1);

    private final LongSupplier nanos;
    private final Instant started;
    private final long startedNanos;
    private final Duration silence;

    @Autowired
    ClockWatch(Database database, Clock clock) {
        this(newest(database), clock.instant(), System::nanoTime);
    }

    /**
     * @param newest when the newest call before the start arrived; the start itself if there is none
     * @param nanos a clock that nobody sets, nanoseconds
     */
    ClockWatch(Instant newest, Instant started, LongSupplier nanos) {
        this.nanos = nanos;
        this.started = started;
        this.startedNanos = nanos.getAsLong();
        this.silence = newest.equals(Instant.MAX) ? Duration.ZERO : Duration.between(newest, started);
    }

    private static Instant newest(Database database) {
        return database.reader()
                .sql("select max(arrived_at) from calls")
                .query((row, number) -> row.getObject(1) == null ? Instant.MAX : Instant.ofEpochMilli(row.getLong(1)))
                .single();
    }

    /** Why nothing is to be deleted now; empty if the clock can be believed. */
    String fault(Instant now) {
        Duration ran = Duration.ofNanos(nanos.getAsLong() - startedNanos);
        Duration ahead = Duration.between(started.plus(ran), now);
        if (ahead.compareTo(JUMP) > 0) {
            return "the clock has jumped ahead by " + ahead.toDays()
                    + " days since the start; if it is right now, restart Quell, else set it back";
        }
        if (silence.compareTo(SILENCE) > 0 && ran.compareTo(PATIENCE) < 0) {
            return "at the start the newest call was " + silence.toDays()
                    + " days old; if the clock is wrong set it back, else deleting begins a day after the start";
        }
        return "";
    }
}
