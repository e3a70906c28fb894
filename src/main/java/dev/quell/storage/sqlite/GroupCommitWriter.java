package dev.quell.storage.sqlite;

import dev.quell.jobs.Jobs;
import dev.quell.jobs.Mishaps;
import dev.quell.storage.database.StorageException;
import dev.quell.storage.database.Write;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. It takes whatever waits, commits it as one group and completes the futures after the commit. A change that fails is
 * undone alone; if the group cannot be kept (the disk is full, the file is busy), each change is tried once more by itself.
 */
final class GroupCommitWriter implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(GroupCommitWriter.class);
    private static final int GROUP = 256;
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);
    private static final Duration IDLE = Duration.ofMillis(200);

    private final WriterConnection connection;
    private final BlockingQueue<Pending<?>> queue;
    private final int capacity;
    private final WriterMetrics metrics;
    private final Executor completions;
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final Thread thread;

    GroupCommitWriter(WriterConnection connection, int capacity, MeterRegistry registry, Executor completions) {
        this.connection = connection;
        this.capacity = capacity;
        this.queue = new ArrayBlockingQueue<>(capacity);
        this.metrics = new WriterMetrics(registry, queue);
        this.completions = completions;
        this.thread = Thread.ofPlatform().name("quell-writer").start(Jobs.loop("quell-writer", this::work));
    }

    /** Hands a change over; at once a failed future if too many wait or the writer is closed. */
    <T> CompletableFuture<T> submit(Write<T> write) {
        return submit(Pending.of(write));
    }

    /** Hands a change over, as {@link #submit(Write)} does. */
    <T> CompletableFuture<T> submitOn(ConnectionWrite<T> write) {
        return submit(Pending.of(write));
    }

    private <T> CompletableFuture<T> submit(Pending<T> pending) {
        if (!open.get() || !thread.isAlive()) {
            return CompletableFuture.failedFuture(StorageException.closed());
        }
        if (!queue.offer(pending)) {
            metrics.rejected();
            return CompletableFuture.failedFuture(StorageException.queueFull(capacity));
        }
        if (!open.get() && !thread.isAlive() && queue.remove(pending)) {
            return CompletableFuture.failedFuture(StorageException.closed());
        }
        return pending.future();
    }

    /** What is wrong and what to do, while no change was written after it; empty if all is well. */
    String fault() {
        return thread.isAlive() || !open.get() ? metrics.fault() : "the writer has died; restart Quell";
    }

    private void work() {
        List<Pending<?>> group = new ArrayList<>(GROUP);
        while (open.get() || !queue.isEmpty()) {
            try {
                Pending<?> first = queue.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    group.add(first);
                    queue.drainTo(group, GROUP - 1);
                    write(group);
                    group.clear();
                }
            } catch (InterruptedException e) {
                open.set(false);
            }
        }
    }

    private void write(List<Pending<?>> group) {
        long started = System.nanoTime();
        try {
            if (!together(group)) {
                oneByOne(group);
            }
            metrics.group(group, System.nanoTime() - started);
        } catch (RuntimeException | Error e) {
            abandon(group, e);
        } finally {
            group.forEach(pending -> completions.execute(pending::complete));
        }
    }

    /** What no single change is to blame for fails all of the group; the next one is written. */
    private void abandon(List<Pending<?>> group, Throwable why) {
        Mishaps.note("quell-writer", why);
        group.forEach(pending -> pending.fail(why));
        connection.rollback();
    }

    private boolean together(List<Pending<?>> group) {
        try {
            connection.begin();
            for (Pending<?> pending : group) {
                connection.savepoint();
                if (pending.run(connection)) {
                    connection.release();
                } else {
                    connection.undo();
                }
            }
            connection.commit();
            return true;
        } catch (RuntimeException e) {
            log.debug("A group of {} changes could not be kept, each is tried alone", group.size(), e);
            connection.rollback();
            return false;
        }
    }

    /** If not even a transaction can be begun, the rest is not tried: each would wait as long. */
    private void oneByOne(List<Pending<?>> group) {
        @Nullable RuntimeException stuck = null;
        for (Pending<?> pending : group) {
            if (stuck == null) {
                stuck = alone(pending);
            } else {
                pending.fail(stuck);
            }
        }
    }

    private @Nullable RuntimeException alone(Pending<?> pending) {
        try {
            connection.begin();
        } catch (RuntimeException e) {
            pending.fail(e);
            return e;
        }
        try {
            if (pending.run(connection)) {
                connection.commit();
                return null;
            }
        } catch (RuntimeException e) {
            pending.fail(e);
        }
        connection.rollback();
        return null;
    }

    /** Takes no more, writes what waits, and stops within 10 s. */
    @Override
    public void close() {
        open.set(false);
        try {
            if (!thread.join(STOP_WITHIN)) {
                log.error("The database did not take the last changes within {} s", STOP_WITHIN.toSeconds());
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        List<Pending<?>> left = new ArrayList<>();
        queue.drainTo(left);
        left.forEach(pending -> pending.fail(StorageException.closed()));
        left.forEach(Pending::complete);
        connection.close();
    }
}
