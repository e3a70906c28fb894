package dev.quell.storage.journal;

import dev.quell.storage.counters.CountedRows;
import dev.quell.storage.journal.BesideFault.Beside;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * Runs the statements that write calls, and sees to the counters. Nearly all calls arrived after those that are counted, which the statement finds out by
 * itself: it leaves the others alone, and only they are looked at twice.
 */
final class CountedTaking implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CountedTaking.class);

    private final Connection owner;
    private final JdbcClient connection;
    private @Nullable PreparedStatement bounds;
    private long until;
    private boolean any;
    private boolean counting;

    CountedTaking(Connection connection) {
        this.owner = connection;
        this.connection = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    /**
     * Looks what is counted; once in each transaction.
     *
     * @param how whether calls are counted
     */
    void begin(Counting how) {
        counting = how != Counting.NOT;
        any = false;
        until = Long.MIN_VALUE;
        try {
            if (how == Counting.ANEW) {
                CountedRows.restart(connection);
            }
            if (counting) {
                look();
            } else {
                CountedRows.missed(connection);
            }
        } catch (SQLException | DataAccessException e) {
            if (how == Counting.NOT) {
                LOG.debug(
                        "That calls are not counted cannot be kept; after a restart they would not be counted anew", e);
                return;
            }
            throw new BesideFault(Beside.COUNTERS, NestedExceptionUtils.getMostSpecificCause(e));
        }
    }

    /** Whether calls are counted. */
    enum Counting {
        /** They are. */
        ON,
        /** They are, and what was counted so far does not hold. */
        ANEW,
        /** They are not. */
        NOT
    }

    private void look() throws SQLException {
        bounds = bounds == null ? owner.prepareStatement("select since, until from counter_fill") : bounds;
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
        if (arrived >= until && (RefusedRecord.orRows(statement) > 0 || !any)) {
            return;
        }
        statement.setLong(last, Long.MIN_VALUE);
        note(CountedRows::before, id);
        RefusedRecord.orRows(statement);
        note(CountedRows::after, id);
    }

    private void note(BiConsumer<JdbcClient, String> change, String id) {
        try {
            change.accept(connection, id);
        } catch (DataAccessException e) {
            throw new BesideFault(Beside.COUNTERS, NestedExceptionUtils.getMostSpecificCause(e));
        }
    }

    @Override
    public void close() {
        JdbcUtils.closeStatement(bounds);
    }
}
