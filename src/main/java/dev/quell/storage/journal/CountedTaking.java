package dev.quell.storage.journal;

import dev.quell.storage.counters.CountedRows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * Runs the statements that write calls, and sees to the counters. Nearly all calls arrived after those that are counted, which the statement finds out by
 * itself: it leaves the others alone, and only they are looked at twice.
 */
final class CountedTaking implements AutoCloseable {

    private final JdbcClient connection;
    private final PreparedStatement bounds;
    private long until;
    private boolean any;

    CountedTaking(Connection connection) throws SQLException {
        this.connection = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        this.bounds = connection.prepareStatement("select since, until from counter_fill");
    }

    /** Looks what is counted; once in each transaction. */
    void begin() throws SQLException {
        try (ResultSet row = bounds.executeQuery()) {
            any = row.next() && row.getLong(1) < row.getLong(2);
            until = any ? row.getLong(2) : Long.MIN_VALUE;
        }
    }

    /**
     * Writes one call.
     *
     * @param statement has all its values, but for the arrival in its last place
     * @param id of the call
     * @param arrived the arrival that it tells, epoch milliseconds
     */
    void write(PreparedStatement statement, int last, String id, long arrived) throws SQLException {
        statement.setLong(last, until);
        if (arrived >= until && (statement.executeUpdate() > 0 || !any)) {
            return;
        }
        statement.setLong(last, Long.MIN_VALUE);
        CountedRows.before(connection, id);
        statement.executeUpdate();
        CountedRows.after(connection, id);
    }

    @Override
    public void close() {
        JdbcUtils.closeStatement(bounds);
    }
}
