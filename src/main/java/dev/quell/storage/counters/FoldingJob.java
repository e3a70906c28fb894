package dev.quell.storage.counters;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the counters of the embedded database up to date, and counts in the background what was there before them. */
public final class FoldingJob implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(FoldingJob.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int FILLS = 5;
    private static final long TELL = 1_000_000;

    private final Folding folding;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("quell-counters").daemon().factory());
    private long left = Long.MAX_VALUE;
    private boolean failed;
    private @Nullable ScheduledFuture<?> schedule;

    public FoldingJob(Folding folding) {
        this.folding = folding;
    }

    /** Begins. */
    public void start() {
        schedule = timer.scheduleWithFixedDelay(this::run, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Does what there is to do; a failure is told once, and it is tried again. */
    void run() {
        try {
            boolean more = folding.fold();
            while (more && !Thread.currentThread().isInterrupted()) {
                more = folding.fold();
            }
            for (int i = 0; i < FILLS && left > 0; i++) {
                fill();
            }
            failed = false;
        } catch (RuntimeException e) {
            if (!failed && !timer.isShutdown()) {
                log.warn(
                        "The counters of calls are behind: {}. It is tried again; no call is lost by it",
                        e.getMessage());
            }
            failed = true;
        }
    }

    private void fill() {
        long before = left;
        left = folding.fill();
        if (left > 0 && (before == Long.MAX_VALUE || before / TELL != left / TELL)) {
            log.info("Earlier calls are counted for the reports: {} are left", left);
        } else if (left == 0 && before < Long.MAX_VALUE) {
            log.info("Earlier calls are counted for the reports: done");
        }
    }

    @Override
    public void close() {
        if (schedule != null) {
            schedule.cancel(true);
        }
        timer.shutdownNow();
    }
}
