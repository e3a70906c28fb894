package dev.quell.storage.evidence;

import dev.quell.evidence.key.EvidenceKeys;
import dev.quell.jobs.Jobs;
import dev.quell.storage.sqlite.SqliteDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hashes the calls from before the chain in the background, after the start, while calls are screened. */
public final class EarlierCallsJob implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EarlierCallsJob.class);
    private static final Duration FIRST = Duration.ofSeconds(30);
    /** So much of the time the disk and the writer are free for calls. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private static final Duration LATER = Duration.ofHours(1);
    private static final Duration AGAIN = Duration.ofMinutes(5);

    private final EarlierCalls calls;
    private final BooleanSupplier busy;
    private final ScheduledExecutorService timer = Jobs.timer("quell-earlier-calls");

    private volatile @Nullable ScheduledFuture<?> next;

    /** @param busy whether the writer has so much to do that this waits */
    public EarlierCallsJob(SqliteDatabase database, EvidenceKeys keys, Clock clock, BooleanSupplier busy) {
        this.calls = new EarlierCalls(database, keys, clock);
        this.busy = busy;
    }

    /** Begins. */
    public void start() {
        schedule(FIRST);
    }

    private void schedule(Duration pause) {
        try {
            next = timer.schedule(this::run, pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.trace("Closed", e);
        }
    }

    private void run() {
        Duration pause = AGAIN;
        try {
            pause = step();
        } catch (RuntimeException e) {
            if (!timer.isShutdown()) {
                LOG.warn(
                        "The calls from before the chain are not hashed yet: {}. It is tried again; no call waits for it",
                        e.getMessage());
            }
        } finally {
            schedule(pause);
        }
    }

    private Duration step() {
        if (busy.getAsBoolean() || calls.step()) {
            return PAUSE;
        }
        if (calls.isOpen()) {
            return AGAIN;
        }
        calls.drop();
        return LATER;
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
