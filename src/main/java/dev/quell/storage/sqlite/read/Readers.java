package dev.quell.storage.sqlite.read;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A few platform threads that ask the database. Whoever asks waits within bounds. As many long lists may be read beside the other questions, each with a connection of its own. SQLite holds the thread that asks it through disk
 * reads and sorts: were it a virtual thread, a few questions would hold all carriers, and no call would be answered meanwhile.
 */
public final class Readers implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Readers.class);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);
    /** In so many parts it is waited for a reader: if the process itself stood still, that is not the readers' time, and counts as one part. */
    private static final int PARTS = 10;

    /** Beside the threads' and the long lists': Spring asks whether the database is well. */
    private static final int SPARE = 1;

    private static final Duration CONNECTION_WAIT = Duration.ofSeconds(1);

    private final ReadersKind kind;
    private final HikariDataSource pool;
    private final Semaphore readings;
    private final ThreadPoolExecutor threads;
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
        this.readings = new Semaphore(kind.threads());
        this.threads = new ThreadPoolExecutor(
                kind.threads(),
                kind.threads(),
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
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
        config.setMaximumPoolSize(2 * kind.threads() + SPARE);
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

    /**
     * Does a piece of work on a reader's thread.
     *
     * @throws DataAccessResourceFailureException if none becomes free in time
     * @param running the statement that the work runs
     * @throws QueryTimeoutException if the answer does not come in time; the statement is stopped
     */
    <T extends @Nullable Object> T ask(Supplier<T> work, Running running) {
        Question<T> question = new Question<>(work, running);
        hand(question);
        for (int part = 0; part < PARTS; part++) {
            try {
                return question.await(kind.free().dividedBy(PARTS));
            } catch (TimeoutException e) {
                log.trace("No answer yet", e);
            }
        }
        if (question.withdraw()) {
            threads.remove(question);
            throw busy();
        }
        return answer(question, kind.answer());
    }

    /** The next part of what a {@link Reading} has begun. */
    <T extends @Nullable Object> T next(Question<T> question) {
        hand(question);
        return answer(question, kind.rows());
    }

    private <T extends @Nullable Object> T answer(Question<T> question, Duration patience) {
        try {
            return question.await(patience);
        } catch (TimeoutException e) {
            question.giveUp();
            slow.increment();
            throw new QueryTimeoutException("the database did not answer within " + patience.toMillis() + " ms", e);
        }
    }

    /** Puts a question behind the others; nobody waits here. */
    void hand(Question<?> question) {
        try {
            threads.execute(question);
        } catch (RejectedExecutionException e) {
            throw new DataAccessResourceFailureException("the database is closed: Quell is stopping", e);
        }
    }

    /**
     * Takes a connection for more than one question.
     *
     * @throws DataAccessResourceFailureException if none becomes free in time
     */
    Reading begin() {
        try {
            if (!readings.tryAcquire(kind.free().toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DataAccessResourceFailureException("interrupted before the database was asked", e);
        }
        return new Reading(this, readings::release);
    }

    private DataAccessResourceFailureException busy() {
        busy.increment();
        return new DataAccessResourceFailureException("all " + kind.threads()
                + " readers of the database were busy for " + kind.free().toMillis() + " ms");
    }

    /** Lets the connections go, after what is being asked, or after {@link #STOP_WITHIN}. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("A question to the database is not answered yet; the stop does not wait for it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        pool.close();
    }
}
