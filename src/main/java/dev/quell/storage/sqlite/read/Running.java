package dev.quell.storage.sqlite.read;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.SqlProvider;

/** The statement that a question runs, so that whoever has lost patience stops it: a walk through millions of rows would hold its reader for minutes. */
final class Running {

    private static final Logger log = LoggerFactory.getLogger(Running.class);

    private @Nullable Statement statement;
    private boolean stopped;

    private synchronized void begins(Statement begun) throws SQLException {
        if (stopped) {
            throw new SQLException("nobody waits for the answer any more");
        }
        statement = begun;
    }

    /** From now on there is nothing to stop: the connection may be another question's. */
    synchronized void ends() {
        statement = null;
    }

    /** Stops the statement, also one that is not begun yet. */
    synchronized void stop() {
        stopped = true;
        if (statement != null) {
            try {
                statement.cancel();
            } catch (SQLException e) {
                log.debug("A question could not be stopped", e);
            }
        }
    }

    /** A statement's maker that shows the statement here. */
    PreparedStatementCreator watched(PreparedStatementCreator maker) {
        return new Watched(maker, this);
    }

    /** What reads the rows, and is the last to need the statement. */
    <T extends @Nullable Object> ResultSetExtractor<T> last(ResultSetExtractor<T> rows) {
        return result -> {
            try {
                return rows.extractData(result);
            } finally {
                ends();
            }
        };
    }

    /**
     * A statement's maker.
     *
     * @param maker makes it
     * @param running is shown it
     */
    private record Watched(PreparedStatementCreator maker, Running running)
            implements PreparedStatementCreator, SqlProvider {

        @Override
        public PreparedStatement createPreparedStatement(Connection connection) throws SQLException {
            PreparedStatement made = maker.createPreparedStatement(connection);
            running.begins(made);
            return made;
        }

        @Override
        public @Nullable String getSql() {
            return maker instanceof SqlProvider known ? known.getSql() : null;
        }
    }
}
