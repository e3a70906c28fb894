package dev.quell.screening.enforcement;

import dev.quell.call.Words;
import dev.quell.screening.ScreeningSettings.Floor;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the share of calls that would be diverted, and trips when it is far above what is usual: then something is wrong with the rules or with the
 * trunks, not with the callers. Stands down by itself. What would be diverted is counted also while tripped. Forgets at a restart.
 */
final class SafetyFloor {

    private static final Logger LOG = LoggerFactory.getLogger(SafetyFloor.class);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int SLICES = 15;

    private final Floor settings;
    private final Tally window;
    private final Tally week;
    private boolean tripped;

    SafetyFloor(Floor settings, MeterRegistry meters) {
        this.settings = settings;
        this.week = new Tally(WEEK, Duration.ofHours(1));
        this.window = new Tally(settings.window(), settings.window().dividedBy(SLICES));
        meters.gauge("quell.floor", this, floor -> floor.tripped() ? 1 : 0);
    }

    /** Counts a call and tells whether the floor is tripped. */
    synchronized boolean count(boolean diverted, Instant now) {
        pass(now);
        window.add(now, 1, diverted ? 1 : 0);
        double limit = limit();
        boolean over = enough() && window.diverted >= settings.minDiverted() && window.share() > limit;
        if (over != tripped) {
            tripped = over;
            tell(limit);
        }
        return tripped;
    }

    synchronized boolean tripped() {
        return tripped;
    }

    /** How it stands; a call that is gone from the window counts no more, but only the next one makes it stand down. */
    synchronized FloorState state(Instant now) {
        pass(now);
        return new FloorState(tripped, settings.window(), window.calls, window.diverted, limit(), enough());
    }

    private void pass(Instant now) {
        window.forget(now).forEach(old -> week.add(old.start, old.calls, old.diverted));
        week.forget(now);
    }

    private double limit() {
        return Math.max(settings.share(), settings.factor() * level());
    }

    private boolean enough() {
        return window.calls >= settings.minCalls();
    }

    /** The usual share: that of the last 7 days before the window; 0 as long as too few calls are known. */
    private double level() {
        return week.calls < settings.minCalls() ? 0 : week.share();
    }

    private void tell(double limit) {
        String seen = String.format(
                Locale.ROOT,
                "%d of %d calls in %s would be diverted, the limit is %.1f %%",
                window.diverted,
                window.calls,
                Words.of(settings.window()),
                limit * 100);
        if (tripped) {
            LOG.error(
                    "safety floor tripped: {}. Suspects are only tagged until the share is back. Look for a trunk fault or a rule that"
                            + " hits everybody (quell_verdicts_total by class).",
                    seen);
        } else {
            LOG.warn("safety floor stands down: {}. Verdicts are enforced again.", seen);
        }
    }

    /** Calls in a moving window, in slices. */
    private static final class Tally {
        private final Duration length;
        private final Duration slice;
        private final Deque<Slice> slices = new ArrayDeque<>();
        private long calls;
        private long diverted;

        Tally(Duration length, Duration slice) {
            this.length = length;
            this.slice = slice;
        }

        void add(Instant at, long moreCalls, long moreDiverted) {
            Slice last = slices.peekLast();
            if (last == null || !at.isBefore(last.start.plus(slice))) {
                last = new Slice(at);
                slices.addLast(last);
            }
            last.calls += moreCalls;
            last.diverted += moreDiverted;
            calls += moreCalls;
            diverted += moreDiverted;
        }

        /** Lets go of the slices that began before the window, and returns them. */
        Deque<Slice> forget(Instant now) {
            Deque<Slice> gone = new ArrayDeque<>();
            Instant from = now.minus(length);
            for (Slice first = slices.peekFirst();
                    first != null && first.start.isBefore(from);
                    first = slices.peekFirst()) {
                gone.addLast(slices.removeFirst());
                calls -= first.calls;
                diverted -= first.diverted;
            }
            return gone;
        }

        double share() {
            return calls == 0 ? 0 : (double) diverted / calls;
        }
    }

    /** Calls of a short time. */
    private static final class Slice {
        private final Instant start;
        private long calls;
        private long diverted;

        Slice(Instant start) {
            this.start = start;
        }
    }
}
