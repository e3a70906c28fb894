package dev.quell.storage.postgres;

import dev.quell.storage.counters.CounterSql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

/** Adds what has changed to the counters of the record, and counts what was there before them. One instance at a time does it, whichever comes first. */
public final class RecordCounters {

    private static final String LOCK = "select pg_try_advisory_xact_lock(1903521134, 1)";
    private static final int BATCH = 20_000;
    private static final long DAY = 86_400_000;
    private static final String FOLD = "with taken as (delete from counter_changes where place in"
            + " (select place from counter_changes order by place limit " + BATCH + ") returning *), hours as ("
            + CounterSql.hours("taken") + "), sources as (" + CounterSql.sources("taken")
            + ") select count(*) from taken";

    private final PostgresDatabase database;

    public RecordCounters(PostgresDatabase database) {
        this.database = database;
    }

    /** Adds the oldest changes; whether there may be more for this instance to do. */
    public boolean fold() throws SQLException {
        return database.inTransaction(connection -> {
            try (Statement statement = connection.createStatement()) {
                return isFirst(statement) && number(statement, FOLD) == BATCH;
            }
        });
    }

    private static boolean isFirst(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(LOCK)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            return row.next() && row.getObject(1) != null ? row.getLong(1) : Long.MIN_VALUE;
        }
    }

    /** Counts the newest day that is not counted yet; whether there may be more for this instance to do. Whoever tells calls waits meanwhile. */
    public boolean fill() throws SQLException {
        return database.inTransaction(connection -> {
            try (Statement statement = connection.createStatement()) {
                return isFirst(statement) && fill(connection, statement);
            }
        });
    }

    private static boolean fill(Connection connection, Statement statement) throws SQLException {
        long since =
                number(statement, "select since from counter_fill where since > " + Long.MIN_VALUE + " for update");
        if (since == Long.MIN_VALUE) {
            return false;
        }
        long newest = number(statement, "select max(arrived_at) from calls where arrived_at < " + since);
        long begin = newest == Long.MIN_VALUE ? Long.MIN_VALUE : Math.floorDiv(newest, DAY) * DAY;
        if (begin > Long.MIN_VALUE) {
            String calls = "(" + CounterSql.ENDED + " and arrived_at >= " + begin + " and arrived_at < " + since + ")";
            statement.executeUpdate(CounterSql.hours(calls));
            statement.executeUpdate(CounterSql.sources(calls));
        }
        try (PreparedStatement mark = connection.prepareStatement("update counter_fill set since = ?")) {
            mark.setLong(1, begin);
            mark.executeUpdate();
        }
        return begin > Long.MIN_VALUE;
    }

    /** Lets go of the days before the one that a moment is in, as their calls go. */
    public void drop(Instant limit) throws SQLException {
        long day = Math.floorDiv(limit.toEpochMilli(), DAY);
        database.inTransaction(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate("delete from counter_hours where hour < " + 24 * day);
                statement.executeUpdate("delete from counter_changes where arrived_at < " + DAY * day);
                return statement.executeUpdate("delete from counter_sources where day < " + day);
            }
        });
    }
}
