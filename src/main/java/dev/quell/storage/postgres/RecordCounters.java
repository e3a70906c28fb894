package dev.quell.storage.postgres;

import dev.quell.storage.counters.CountedRows;
import dev.quell.storage.counters.CounterSql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

/**
 * Adds to the counters of the record, a slice of calls at a time, as an instance does to its own. One instance at a time does it, whichever comes first.
 * Whoever tells calls waits for a slice, some ten milliseconds.
 */
public final class RecordCounters {

    private static final String FIRST = "select pg_try_advisory_xact_lock(1903521134, 1)";
    private static final String LOCK = "select pg_advisory_xact_lock(1903521134, 1)";
    private static final int SLICE = 5_000;

    private final PostgresDatabase database;
    private final int slice;

    public RecordCounters(PostgresDatabase database) {
        this(database, SLICE);
    }

    /** @param slice how many calls or changes a transaction adds at most, but for calls of one moment */
    public RecordCounters(PostgresDatabase database, int slice) {
        this.database = database;
        this.slice = slice;
    }

    /** Lets days begin some hours before those of UTC; nothing, if something is counted already. */
    public void shift(int hours) throws SQLException {
        database.inTransaction(connection -> PostgresStore.client(connection)
                .sql("update counter_fill set shift = :hours where since = until and shift <> :hours")
                .param("hours", hours)
                .update());
    }

    /** Adds the oldest changes; whether there may be more for this instance to do. */
    public boolean fold() throws SQLException {
        return asFirst(statement -> {
            long added = number(
                    statement,
                    adding(
                            "delete from counter_changes where place in (select place from counter_changes order by place limit "
                                    + slice + ") returning " + CounterSql.COLUMNS));
            return added == slice;
        });
    }

    private static String adding(String changes) {
        return "with taken as (" + changes + "), crossed as (" + CounterSql.crossed("taken") + "), hours as ("
                + CounterSql.hours("crossed") + "), withheld as (" + CounterSql.withheld("taken")
                + "), withheld_days as ("
                + CounterSql.withheldDays("taken") + "), days as ("
                + CounterSql.days("crossed") + "), words as ("
                + CounterSql.words("crossed") + "), sources as (" + CounterSql.sources("taken")
                + ") select count(*) from taken";
    }

    /** Counts the next calls before a moment that arrived after those that are counted; whether there are more for this instance to do. */
    public boolean advance(Instant to) throws SQLException {
        long last = to.toEpochMilli();
        return asFirst(statement -> {
            long until = number(statement, "select until from counter_fill where until < " + last + " for update");
            if (until == Long.MIN_VALUE) {
                return false;
            }
            long end = end(statement, ">= " + until + " order by arrived_at");
            long next = end == Long.MIN_VALUE ? last : Math.min(last, Math.max(end, until + 1));
            number(statement, adding(calls(until, next)));
            statement.executeUpdate("update counter_fill set until = " + next);
            return next < last;
        });
    }

    /** Counts the newest calls that arrived before those that are counted; whether there are more for this instance to do. */
    public boolean fill() throws SQLException {
        return asFirst(statement -> {
            long since = number(statement, "select since from counter_fill where since > oldest for update");
            if (since == Long.MIN_VALUE) {
                return false;
            }
            long oldest = number(statement, "select oldest from counter_fill");
            long end = end(statement, "< " + since + " order by arrived_at desc");
            long next = end <= oldest ? oldest : Math.min(end + 1, since - 1);
            number(statement, adding(calls(next, since)));
            statement.executeUpdate("update counter_fill set since = " + next);
            return next > oldest;
        });
    }

    private static String calls(long from, long to) {
        return CounterSql.CALLS + " where arrived_at >= " + from + " and arrived_at < " + to;
    }

    private long end(Statement statement, String from) throws SQLException {
        return number(statement, "select arrived_at from calls where arrived_at " + from + " limit 1 offset " + slice);
    }

    /** Lets go of what is counted of the calls before a moment and of the rest of its day; to be done before those calls go. */
    public void forget(Instant before) throws SQLException {
        database.inTransaction(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(LOCK);
            }
            CountedRows.forget(PostgresStore.client(connection), before);
            return true;
        });
    }

    /** A piece of work. */
    private interface Work {
        boolean with(Statement statement) throws SQLException;
    }

    private boolean asFirst(Work work) throws SQLException {
        return database.inTransaction((Connection connection) -> {
            try (Statement statement = connection.createStatement()) {
                return isFirst(statement) && work.with(statement);
            }
        });
    }

    private static boolean isFirst(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(FIRST)) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** The first column of the first row; the least number if there is none. */
    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : Long.MIN_VALUE;
        }
    }
}
