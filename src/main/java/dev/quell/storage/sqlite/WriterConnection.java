package dev.quell.storage.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The connection of the writer, with its transactions led by hand: SQLite undoes a whole transaction by itself when the disk is full. */
final class WriterConnection implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(WriterConnection.class);

    private final Connection connection;
    private final JdbcClient client;

    WriterConnection(Connection connection) {
        this.connection = connection;
        this.client = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    JdbcClient client() {
        return client;
    }

    void begin() {
        run("begin immediate");
    }

    void savepoint() {
        run("savepoint change");
    }

    void release() {
        run("release change");
    }

    /** Undoes what came after the savepoint; fails if the whole transaction is gone. */
    void undo() {
        run("rollback to change");
        run("release change");
    }

    void commit() {
        run("commit");
    }

    /** Ends the transaction, if there is one. */
    void rollback() {
        try {
            run("rollback");
        } catch (NotRun e) {
            log.debug("Nothing was left to roll back", e);
        }
    }

    void run(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new NotRun(sql, e);
        }
    }

    <T> T run(ConnectionWrite<T> write) {
        try {
            return write.run(connection);
        } catch (SQLException e) {
            throw new NotRun("a change", e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            log.warn("The database did not close well: {}", e.getMessage());
        }
    }

    /** A statement of the transaction's own failed. */
    static final class NotRun extends RuntimeException {
        @java.io.Serial
        private static final long serialVersionUID = 1;

        NotRun(String sql, SQLException cause) {
            super(sql + ": " + cause.getMessage(), cause);
        }
    }
}
