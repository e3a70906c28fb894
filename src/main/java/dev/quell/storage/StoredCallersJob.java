package dev.quell.storage;

import dev.quell.jobs.Jobs;
import dev.quell.storage.memory.filter.StoredCallers;
import dev.quell.storage.memory.filter.StoredPages;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** Learns after the start, and once a day, of whom the database has calls: a first-time caller then costs no query. Until then everybody is looked for. */
final class StoredCallersJob implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(StoredCallersJob.class);
    private static final Duration EVERY = Duration.ofDays(1);
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final StoredCallers callers;
    private final StoredPages stored;
    private final BooleanSupplier settled;
    private final ScheduledExecutorService timer = Jobs.timer("quell-callers");

    private volatile @Nullable ScheduledFuture<?> next;

    /** @param settled see {@link StoredCallers#fill} */
    StoredCallersJob(StoredCallers callers, StoredPages stored, BooleanSupplier settled) {
        this.callers = callers;
        this.stored = stored;
        this.settled = settled;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        next = timer.schedule(this::run, 0, TimeUnit.SECONDS);
    }

    private void run() {
        boolean filled = false;
        try {
            filled = fill();
        } finally {
            if (!timer.isShutdown()) {
                next = timer.schedule(this::run, (filled ? EVERY : AGAIN).toSeconds(), TimeUnit.SECONDS);
            }
        }
    }

    private boolean fill() {
        try {
            return callers.fill(stored, settled);
        } catch (RuntimeException e) {
            log.warn(
                    "Which callers have called before could not be read, tried again in a minute; each new caller costs a query meanwhile: {}",
                    e.getMessage());
            return false;
        }
    }

    @Override
    public void destroy() {
        ScheduledFuture<?> waiting = next;
        if (waiting != null) {
            waiting.cancel(true);
        }
        timer.shutdownNow();
    }
}
