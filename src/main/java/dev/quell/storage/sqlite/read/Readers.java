package dev.quell.storage.sqlite.read;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A few platform threads that ask the database, each with a connection. Whoever asks waits within bounds. SQLite holds the thread that asks it through disk
 * reads and sorts: were it a virtual thread, a few questions would hold all carriers, and no call would be answered meanwhile.
 */
public final class Readers implements AutoCloseable {

    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);
    /** Beside the readers' own: Spring asks whether the database is well. */
    private static final int SPARE = 1;

    private static final Duration CONNECTION_WAIT = Duration.ofSeconds(1);

    private final ReadersKind kind;
    private final HikariDataSource pool;
    private final Semaphore free;
    private final ExecutorService threads;
    private final Counter busy;
    private final Counter slow;

    /**
     * Opens its connections.
     *
     * @param registry counts questions that got no reader, and those that got no answer in time: {@code quell.reads.missed}
     */
    public Readers(ReadersKind kind, DataSource source, MeterRegistry registry) {
        String name = kind.name().toLowerCase(Locale.ROOT);
        this.kind = kind;
        this.pool = pool(name, kind, source);
        this.free = new Semaphore(kind.threads(), true);
        this.threads = Executors.newFixedThreadPool(
                kind.threads(),
                Thread.ofPlatform().name("quell-read-" + name + "-", 1).daemon().factory());
        this.busy = registry.counter("quell.reads.missed", "readers", name, "reason", "busy");
        this.slow = registry.counter("quell.reads.missed", "readers", name, "reason", "slow");
    }

    private static HikariDataSource pool(String name, ReadersKind kind, DataSource source) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("quell-readers-" + name);
        config.setDataSource(source);
        config.setReadOnly(true);
        config.setMinimumIdle(kind.threads());
        config.setMaximumPoolSize(kind.threads() + SPARE);
        config.setConnectionTimeout(CONNECTION_WAIT.toMillis());
        config.setMaxLifetime(0);
        return new HikariDataSource(config);
    }

    /** A client whose questions these readers ask. */
    public JdbcClient client() {
        return client(() -> {});
    }

    /**
     * A client whose questions these readers ask.
     *
     * @param before done before each question, by whoever asks it
     */
    public JdbcClient client(Runnable before) {
        return JdbcClient.create(new ReadTemplate(pool, this, before));
    }

    /** The connections. Whoever uses them does so on its own thread. */
    public DataSource connections() {
        return pool;
    }

    /** Does a piece of work on a reader's thread. */
    <T extends @Nullable Object> T ask(Supplier<T> work) {
        try (Reading reading = begin()) {
            return reading.ask(work);
        }
    }

    /**
     * Takes a reader.
     *
     * @throws DataAccessResourceFailureException if none becomes free in time
     */
    Reading begin() {
        try {
            if (!free.tryAcquire(kind.free().toMillis(), TimeUnit.MILLISECONDS)) {
                busy.increment();
                throw new DataAccessResourceFailureException("all " + kind.threads()
                        + " readers of the database were busy for "
                        + kind.free().toMillis() + " ms");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DataAccessResourceFailureException("interrupted before the database was asked", e);
        }
        return new Reading(threads, kind.answer(), this::late, free::release);
    }

    private QueryTimeoutException late(Throwable cause) {
        slow.increment();
        return new QueryTimeoutException(
                "the database did not answer within " + kind.answer().toMillis() + " ms", cause);
    }

    /** Lets the connections go, after what is being asked, or after {@link #STOP_WITHIN}. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            threads.awaitTermination(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        pool.close();
    }
}
