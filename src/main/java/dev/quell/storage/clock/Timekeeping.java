package dev.quell.storage.clock;

import dev.quell.call.ClockBelieved;
import dev.quell.call.ClockNews;
import dev.quell.call.ClockSetBack;
import dev.quell.call.FairTime;
import dev.quell.storage.clock.ClockFile.Kept;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges the machine's clock by what this instance knows: the last moment that was believed, which a file keeps, and a count that nobody sets. A clock that is
 * set back while the service runs was set by somebody and is believed, and so is one that comes home again from there; one that is behind at a start is not, nor
 * one that leaps ahead.
 */
public final class Timekeeping implements FairTime {

    private static final Logger log = LoggerFactory.getLogger(Timekeeping.class);
    /** More is a jump, not a correction. */
    private static final Duration JUMP = Duration.ofDays(1);
    /** A service is not stopped for longer without somebody knowing of it. */
    private static final Duration SILENCE = Duration.ofDays(7);
    /** So little harms nobody. */
    private static final Duration SLACK = Duration.ofMinutes(2);

    private static final Duration SAVE = Duration.ofMinutes(1);

    private final ClockFile file;
    private final Clock clock;
    private final LongSupplier nanos;
    private final Consumer<ClockNews> told;
    private volatile @Nullable Doubt doubt;
    /** The furthest that was believed before the clock was set back. */
    private @Nullable Reached home;

    private Instant last;
    private long lastNanos;
    private long saved;

    /**
     * @param newest when the newest call of the log arrived, for a start without the file
     * @param nanos a clock that nobody sets, nanoseconds
     * @param told of a clock that was set back, and of one that is believed after it was not
     */
    public Timekeeping(
            ClockFile file, Optional<Instant> newest, Clock clock, LongSupplier nanos, Consumer<ClockNews> told) {
        this.file = file;
        this.clock = clock;
        this.nanos = nanos;
        this.told = told;
        this.last = clock.instant();
        this.lastNanos = nanos.getAsLong();
        this.doubt = file.read()
                .map(this::first)
                .orElseGet(() -> newest.map(at -> silent(at)).orElse(null));
        if (doubt != null) {
            log.error("Clock: {}. {}", fault(), "Calls are screened; see Trouble in the README");
        }
        save();
    }

    private @Nullable Doubt first(Kept kept) {
        long anchor = kept.latest().toEpochMilli();
        if (last.isBefore(kept.latest().minus(SLACK))) {
            return Doubt.behind(anchor, lastNanos);
        }
        Duration ahead = Duration.between(kept.latest(), last);
        if (!kept.patience().isZero() && ahead.compareTo(JUMP) > 0) {
            return new Doubt(true, anchor, lastNanos, kept.doubted(), kept.patience());
        }
        return ahead.compareTo(SILENCE) > 0 ? Doubt.ahead(anchor, lastNanos, ahead) : null;
    }

    /** Without the file nobody knows how long the service was stopped: after a long silence of the log a day is waited for. */
    private @Nullable Doubt silent(Instant newest) {
        return Duration.between(newest, last).compareTo(SILENCE) > 0
                ? Doubt.ahead(newest.toEpochMilli(), lastNanos, SILENCE)
                : null;
    }

    @Override
    public Instant against(Instant now) {
        Doubt known = doubt;
        return known == null || known.ahead() ? now : later(now, known.now(nanos.getAsLong()));
    }

    @Override
    public Instant favour(Instant now) {
        Doubt known = doubt;
        if (known == null || !known.ahead()) {
            return now;
        }
        Instant believed = known.now(nanos.getAsLong());
        return now.isAfter(believed) ? believed : now;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Why the clock is not believed; empty if it is. */
    public String fault() {
        Doubt known = doubt;
        if (known == null) {
            return "";
        }
        long count = nanos.getAsLong();
        return known.words(clock.instant(), known.now(count), known.doubted(count));
    }

    /** Looks at the clock; to be done each second. */
    public synchronized void look() {
        Instant now = clock.instant();
        long count = nanos.getAsLong();
        Doubt known = doubt;
        if (known == null) {
            running(now, count);
        } else if (known.ahead()) {
            ahead(known, now, count);
        } else if (!now.isBefore(known.now(count).minus(SLACK))) {
            believe("The clock says " + now + " and is believed again");
        }
        last = now;
        lastNanos = count;
        if (count - saved >= SAVE.toNanos()) {
            save();
        }
    }

    private void running(Instant now, long count) {
        Instant expected = last.plusNanos(count - lastNanos);
        Duration step = Duration.between(expected, now);
        if (step.compareTo(JUMP) > 0 && isHome(now, count)) {
            log.warn(
                    "The clock was set from {} to {}, where it would be had nobody set it back: it is believed",
                    last,
                    now);
        } else if (step.compareTo(JUMP) > 0) {
            doubt = Doubt.ahead(expected.toEpochMilli(), count, step);
            log.error("Clock: {}", fault());
            save();
        } else if (step.negated().compareTo(SLACK) > 0) {
            log.warn("The clock was set back from {} to {}: blocks that had ended by it stay ended", expected, now);
            told.accept(new ClockSetBack(expected, now, true));
            if (!isHome(expected, count)) {
                home = new Reached(expected, count);
            }
        }
    }

    /** Whether so much was believed before, and the time since has only run on. What may be deleted by it could be deleted then. */
    private boolean isHome(Instant now, long count) {
        Reached known = home;
        return known != null && !now.isAfter(known.now(count).plus(SLACK));
    }

    private void ahead(Doubt known, Instant now, long count) {
        if (Duration.between(known.now(count), now).compareTo(JUMP) <= 0 || isHome(now, count)) {
            believe("The clock was set back from " + last + " to " + now + " and is believed again");
            told.accept(new ClockSetBack(last, now, false));
        } else if (known.doubted(count).compareTo(known.patience()) >= 0) {
            believe("The clock says " + now + ", as it has for "
                    + known.patience().toHours() + " h, and is believed from now on");
            told.accept(new ClockBelieved(now));
        }
    }

    /** A moment that was believed at a count. */
    private record Reached(Instant at, long nanos) {
        Instant now(long count) {
            return at.plusNanos(count - nanos);
        }
    }

    private void believe(String words) {
        doubt = null;
        log.warn("{}", words);
        saved = nanos.getAsLong() - SAVE.toNanos();
    }

    /** Keeps the time for the next start. */
    public synchronized void save() {
        Doubt known = doubt;
        long count = nanos.getAsLong();
        if (known == null) {
            file.write(new Kept(clock.instant(), Duration.ZERO, Duration.ZERO));
        } else {
            file.write(
                    new Kept(known.now(count), known.ahead() ? known.doubted(count) : Duration.ZERO, known.patience()));
        }
        saved = count;
    }
}
