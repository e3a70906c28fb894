package dev.quell.storage.counters;

import dev.quell.storage.database.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Adds to the counters of the embedded database, a slice of calls at a time: those of the last hour, some while after they arrived; those that were there
 * before the counters, the newest first; and what has changed of calls that are counted. Each slice is a transaction that holds the writer for some ten
 * milliseconds.
 */
public final class Folding {

    private static final int SLICE = 5_000;

    /** Most calls have ended by then, so that their end need not be noted. */
    private static final Duration LAG = Duration.ofMinutes(15);

    /** A correction of the clock is less. */
    private static final Duration AHEAD = Duration.ofHours(1);

    private static final long STEP = Duration.ofMinutes(10).toMillis();

    private static final List<String> ROOM = List.of(
            "create temp table if not exists counter_slice (sign integer, arrived_at integer, caller text, line text, trunk text, class text,"
                    + " action text, outcome text, with_agent integer)",
            "create temp table if not exists counter_crossed (hour integer, line text, trunk text, class text, action text, outcome text,"
                    + " calls integer, with_agent integer)");
    private static final List<String> ADD = List.of(
            "insert into counter_crossed " + CounterSql.crossed("counter_slice"),
            CounterSql.hours("counter_crossed"),
            CounterSql.withheld("counter_slice"),
            CounterSql.withheldDays("counter_slice"),
            CounterSql.days("counter_crossed"),
            CounterSql.words("counter_crossed"),
            CounterSql.sources("counter_slice"));
    /** What has come to nothing is no row. */
    private static final List<String> CLEAR = List.of(
            "delete from counter_hours where calls = 0 and hour in (select arrived_at / 3600000 from counter_slice where sign < 0)",
            "delete from counter_withheld where calls = 0 and hour in (select arrived_at / 3600000 from counter_slice where sign < 0)",
            "delete from counter_withheld_days where calls = 0 and day in"
                    + " (select (arrived_at / 3600000 + shift) / 24 from counter_slice, counter_fill where sign < 0)",
            "delete from counter_words where calls = 0 and kind in ('ALL', 'LINE', 'TRUNK', 'CLASS', 'ACTION', 'OUTCOME')"
                    + " and hour in (select arrived_at / 3600000 from counter_slice where sign < 0)",
            "delete from counter_days where calls = 0 and day in"
                    + " (select (arrived_at / 3600000 + shift) / 24 from counter_slice, counter_fill where sign < 0)",
            "delete from counter_sources where calls = 0 and (day, caller) in"
                    + " (select (arrived_at / 3600000 + shift) / 24, caller from counter_slice, counter_fill where sign < 0)");

    private static final List<String> DONE = List.of("delete from counter_slice", "delete from counter_crossed");

    private final Database database;
    private final int slice;

    public Folding(Database database) {
        this(database, SLICE);
    }

    /** @param slice how many calls or changes a transaction adds at most, but for calls of one moment */
    public Folding(Database database, int slice) {
        this.database = database;
        this.slice = slice;
    }

    /**
     * What is counted beforehand.
     *
     * @param since epoch milliseconds, inclusive
     * @param until exclusive
     * @param oldest down to where {@code since} moves
     */
    private record Fill(long since, long until, long oldest) {
        static Fill of(JdbcClient connection) {
            return connection
                    .sql("select since, until, oldest from counter_fill")
                    .query((row, number) -> new Fill(row.getLong(1), row.getLong(2), row.getLong(3)))
                    .single();
        }
    }

    /** Up to which arrival calls are counted at a moment. */
    public static Instant upTo(Instant now) {
        return Instant.ofEpochMilli(Math.floorDiv(now.minus(LAG).toEpochMilli(), STEP) * STEP);
    }

    /** By how many hours the days of a zone begin before those of UTC, without its summer time. */
    public static int shift(ZoneId zone, Instant now) {
        return Math.floorDiv(zone.getRules().getStandardOffset(now).getTotalSeconds(), 3_600);
    }

    /** Lets days begin some hours before those of UTC; nothing, if something is counted already. */
    public void shift(int hours) {
        database.writeNow(connection -> connection
                .sql("update counter_fill set shift = :hours where since = until and shift <> :hours")
                .param("hours", hours)
                .update());
    }

    /** Whether more is counted, or let go of, than can be by now: a clock was ahead, and nothing new would be counted until that time. */
    boolean isAhead(Instant now) {
        return database.reader()
                .sql("select exists (select 1 from counter_fill where max(since, until, oldest) > :most)")
                .param("most", now.plus(AHEAD).toEpochMilli())
                .query(Boolean.class)
                .single();
    }

    /** Whether calls were written of which the counters were told nothing, before this start or since. */
    boolean isMissed() {
        return CountedRows.areMissed(database.reader());
    }

    /** Counts all calls anew: from a moment on, and those before it in the background. */
    void restart(Instant from) {
        database.writeNow(connection -> {
            CountedRows.restart(connection, from.toEpochMilli());
            return true;
        });
    }

    /** Whether all that was there before the counters is counted. */
    boolean isFilled() {
        return database.reader()
                .sql("select not exists (select 1 from counter_fill where since > oldest)")
                .query(Boolean.class)
                .single();
    }

    /** Adds the oldest changes; whether there may be more. */
    public boolean fold() {
        long to = database.reader()
                .sql(
                        "select coalesce(max(place), 0) from (select place from counter_changes order by place limit :most) as next")
                .param("most", slice)
                .query(Long.class)
                .single();
        return to > 0 && database.writeNow(connection -> fold(connection, to)) == slice;
    }

    private static int fold(JdbcClient connection, long to) {
        String taken = "select " + CounterSql.COLUMNS + " from counter_changes where place <= :to";
        run(connection, ROOM);
        connection.sql("insert into counter_slice " + taken).param("to", to).update();
        run(connection, ADD);
        run(connection, CLEAR);
        run(connection, DONE);
        return connection
                .sql("delete from counter_changes where place <= :to")
                .param("to", to)
                .update();
    }

    /** Counts the next calls before a moment that arrived after those that are counted; whether there are more. */
    public boolean advance(Instant to) {
        return database.writeNow(connection -> {
            Fill fill = Fill.of(connection);
            if (fill.until >= to.toEpochMilli()) {
                return false;
            }
            long last = to.toEpochMilli();
            long end = end(connection, ">= :begin order by arrived_at", fill.until, last);
            long next = Math.min(last, Math.max(end, fill.until + 1));
            count(connection, fill.until, next);
            connection
                    .sql("update counter_fill set until = :next")
                    .param("next", next)
                    .update();
            return next < last;
        });
    }

    /** Counts the newest calls that arrived before those that are counted; whether there are more. */
    public boolean fill() {
        return database.writeNow(connection -> {
            Fill fill = Fill.of(connection);
            if (fill.since <= fill.oldest) {
                return false;
            }
            long end = end(connection, "< :begin order by arrived_at desc", fill.since, fill.oldest);
            long next = end <= fill.oldest ? fill.oldest : Math.min(end + 1, fill.since - 1);
            count(connection, next, fill.since);
            connection
                    .sql("update counter_fill set since = :next")
                    .param("next", next)
                    .update();
            return next > fill.oldest;
        });
    }

    /** Where the slice ends that begins at a place; somewhere else if it is the last one. */
    private long end(JdbcClient connection, String from, long begin, long otherwise) {
        return connection
                .sql("select coalesce((select arrived_at from calls where arrived_at " + from + " limit 1 offset "
                        + slice + "), :otherwise)")
                .param("begin", begin)
                .param("otherwise", otherwise)
                .query(Long.class)
                .single();
    }

    private static void count(JdbcClient connection, long from, long to) {
        run(connection, ROOM);
        connection
                .sql("insert into counter_slice " + CounterSql.CALLS
                        + " where arrived_at >= :from and arrived_at < :to")
                .param("from", from)
                .param("to", to)
                .update();
        run(connection, ADD);
        run(connection, DONE);
    }

    private static void run(JdbcClient connection, List<String> statements) {
        statements.forEach(sql -> connection.sql(sql).update());
    }
}
