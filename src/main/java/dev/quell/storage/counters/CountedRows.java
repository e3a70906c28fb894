package dev.quell.storage.counters;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What whoever writes rows of {@code calls} into the embedded database owes to the counters, on the writer's connection: a change of a call that is counted
 * already is noted in the same transaction.
 */
public final class CountedRows {

    private static final String NOTE = "insert into counter_changes (" + CounterSql.COLUMNS
            + ") select :sign, arrived_at, caller, line, trunk, class, action, outcome, with_agent from calls, counter_fill"
            + " where id = :id and arrived_at >= since and arrived_at < until";

    /** Days begin where those of the counters do, and hours too. */
    private static final String LATER =
            "((:limit + shift * 3600000 + 86399999) / 86400000 * 86400000 - shift * 3600000)";

    private static final List<String> DROP = List.of(
            "delete from counter_hours where hour < (select (since + 3599999) / 3600000 from counter_fill)",
            "delete from counter_withheld where hour < (select (since + 3599999) / 3600000 from counter_fill)",
            "delete from counter_words where hour < (select (since + 3599999) / 3600000 from counter_fill)",
            "delete from counter_withheld_days where day < (select (since + shift * 3600000 + 86399999) / 86400000 from counter_fill)",
            "delete from counter_days where day < (select (since + shift * 3600000 + 86399999) / 86400000 from counter_fill)",
            "delete from counter_sources where day < (select (since + shift * 3600000 + 86399999) / 86400000 from counter_fill)",
            "delete from counter_changes where arrived_at < (select since from counter_fill)");

    /** Stands in {@code shared_marks} while calls were written of which the counters were told nothing. */
    private static final String MISSED = "counters missed";

    private CountedRows() {}

    /** Keeps, also over a restart, that calls are written without a word to the counters. */
    public static void missed(JdbcClient connection) {
        connection
                .sql("insert into shared_marks (name, place) values (:name, 1) on conflict (name) do nothing")
                .param("name", MISSED)
                .update();
    }

    /** Whether calls were written without a word to the counters since these were begun anew. */
    static boolean areMissed(JdbcClient connection) {
        return connection
                .sql("select exists (select 1 from shared_marks where name = :name)")
                .param("name", MISSED)
                .query(Boolean.class)
                .single();
    }

    /** Does a change of one call's row, and notes it if the call is counted already, as it was or as it is then. */
    public static <T> T noting(JdbcClient connection, String id, Supplier<T> change) {
        before(connection, id);
        T done = change.get();
        after(connection, id);
        return done;
    }

    /** To be called before a change of one call's row. */
    public static void before(JdbcClient connection, String id) {
        note(connection, id, -1);
    }

    /** To be called after a change of one call's row. */
    public static void after(JdbcClient connection, String id) {
        note(connection, id, 1);
    }

    /** Lets go of all that is counted: calls are counted anew from about now on, and those before in the background. */
    public static void restart(JdbcClient connection) {
        restart(
                connection,
                connection
                        .sql("select (unixepoch() / 600 - 2) * 600000")
                        .query(Long.class)
                        .single());
    }

    /** The same, with the moment from which on they are counted, epoch milliseconds. */
    static void restart(JdbcClient connection, long from) {
        List.of("hours", "withheld", "words", "days", "sources", "changes")
                .forEach(table -> connection.sql("delete from counter_" + table).update());
        connection
                .sql("update counter_fill set since = :from, until = :from, oldest = case when oldest > :from then "
                        + Long.MIN_VALUE + " else oldest end")
                .param("from", from)
                .update();
        connection
                .sql("delete from shared_marks where name = :name")
                .param("name", MISSED)
                .update();
    }

    private static void note(JdbcClient connection, String id, int sign) {
        connection.sql(NOTE).param("sign", sign).param("id", id).update();
    }

    /**
     * Lets go of what is counted of the calls before a moment and of the rest of its day; to be done before those calls are deleted, which need not be noted
     * then. What is left of them is counted where it is asked for.
     */
    public static void forget(JdbcClient connection, Instant before) {
        long limit = before.toEpochMilli();
        connection
                .sql("update counter_fill set oldest = " + LATER + " where oldest < " + LATER)
                .param("limit", limit)
                .update();
        int moved = connection
                .sql(
                        "update counter_fill set since = oldest, until = case when until < oldest then oldest else until end"
                                + " where since < oldest")
                .update();
        if (moved > 0) {
            DROP.forEach(sql -> connection.sql(sql).update());
        }
    }
}
