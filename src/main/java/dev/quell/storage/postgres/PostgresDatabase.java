package dev.quell.storage.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.quell.storage.database.Database;
import dev.quell.storage.database.StorageException;
import dev.quell.storage.database.Write;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A database in PostgreSQL. Each change is a transaction; questions get rows a portion at a time. */
public final class PostgresDatabase implements Database, AutoCloseable {

    private final HikariDataSource pool;
    private final JdbcClient reader;
    private final ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor();

    private PostgresDatabase(HikariDataSource pool) {
        this.pool = pool;
        this.reader = JdbcClient.create(pool);
    }

    /**
     * Connects when it is first used.
     *
     * @param config with url, user and password, and whatever else the site has set
     */
    public static PostgresDatabase of(HikariConfig config) {
        return new PostgresDatabase(Pool.of(config));
    }

    @Override
    public JdbcClient reader() {
        return reader;
    }

    @Override
    public <T> CompletableFuture<T> write(Write<T> change) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return inTransaction(connection ->
                                change.run(JdbcClient.create(new SingleConnectionDataSource(connection, true))));
                    } catch (SQLException | RuntimeException e) {
                        throw StorageException.notWritten(e);
                    }
                },
                writers);
    }

    /**
     * Work on one connection within one transaction.
     *
     * @param <T> what it tells about itself
     */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it. */
        T on(Connection connection) throws SQLException;
    }

    /** Does work in a transaction of its own, on this thread; undone if it fails. */
    public <T> T inTransaction(Work<T> work) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            try {
                T result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                undo(connection, e);
                throw e;
            }
        }
    }

    /** Does a single statement, which is a transaction by itself, on this thread. */
    public <T> T atOnce(Work<T> statement) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(true);
            return statement.on(connection);
        }
    }

    /** A connection that is gone has undone everything by itself. */
    private static void undo(Connection connection, Exception because) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }

    @Override
    public void close() {
        writers.close();
        pool.close();
    }
}
