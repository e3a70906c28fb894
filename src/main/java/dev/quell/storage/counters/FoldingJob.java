package dev.quell.storage.counters;

import dev.quell.jobs.Jobs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the counters of the embedded database up to date, and counts in the background what was there before them. */
public final class FoldingJob implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(FoldingJob.class);
    private static final Duration IDLE = Duration.ofSeconds(2);
    /** Between two slices the writer is free for whoever waits. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Folding folding;
    private final BooleanSupplier busy;
    private final Clock clock;
    private final ZoneId zone;
    private final ScheduledExecutorService timer = Jobs.timer("quell-counters");
    private Instant advanced = Instant.MIN;
    private boolean begun;
    private boolean filling;
    private boolean failed;
    private volatile @Nullable ScheduledFuture<?> next;

    /**
     * @param busy whether the writer has so much to do that counting waits
     * @param zone whose days are asked for most
     */
    public FoldingJob(Folding folding, BooleanSupplier busy, Clock clock, ZoneId zone) {
        this.folding = folding;
        this.busy = busy;
        this.clock = clock;
        this.zone = zone;
    }

    /** Begins. */
    public void start() {
        schedule(IDLE);
    }

    private void schedule(Duration pause) {
        try {
            next = timer.schedule(this::run, pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            log.trace("Closed", e);
        }
    }

    private void run() {
        boolean more = false;
        try {
            more = !busy.getAsBoolean() && step();
        } finally {
            schedule(more ? PAUSE : IDLE);
        }
    }

    /** Does the next slice; whether there are more. A failure is told once, and it is tried again. */
    boolean step() {
        try {
            begin();
            boolean more = folding.fold() || advance() || fill();
            failed = false;
            return more;
        } catch (RuntimeException e) {
            if (!failed && !timer.isShutdown()) {
                log.warn(
                        "The counters of calls are behind: {}. It is tried again; no call is lost by it",
                        e.getMessage());
            }
            failed = true;
            return false;
        }
    }

    private void begin() {
        if (!begun) {
            if (folding.isMissed()) {
                log.warn("Calls were taken in uncounted before the last stop; all are counted anew");
                folding.restart(Folding.upTo(clock.instant()));
            }
            folding.shift(Folding.shift(zone, clock.instant()));
            begun = true;
        }
    }

    private boolean advance() {
        Instant to = Folding.upTo(clock.instant());
        if (to.equals(advanced)) {
            return false;
        }
        if (folding.isAhead(clock.instant())) {
            log.warn(
                    "Calls were counted up to a moment that is yet to come, by a clock that was ahead; they are counted anew");
            folding.restart(to);
        }
        boolean more = folding.advance(to);
        if (!more) {
            advanced = to;
        }
        return more;
    }

    private boolean fill() {
        if (folding.isFilled()) {
            return false;
        }
        boolean more = folding.fill();
        if (more && !filling) {
            filling = true;
            log.info("Earlier calls are counted for the reports, which are slower until then");
        } else if (!more && filling) {
            filling = false;
            log.info("Earlier calls are counted for the reports: done");
        }
        return more;
    }

    @Override
    public void close() {
        ScheduledFuture<?> waiting = next;
        if (waiting != null) {
            waiting.cancel(true);
        }
        timer.shutdownNow();
    }
}
