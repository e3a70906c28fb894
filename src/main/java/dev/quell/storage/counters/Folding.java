package dev.quell.storage.counters;

import dev.quell.storage.database.Database;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Adds what has changed to the counters of the embedded database, one upsert a key and batch, and counts what was there before them. */
public final class Folding {

    private static final int BATCH = 10_000;
    private static final int FILL = 20_000;
    private static final String TAKEN = "(select * from counter_changes where place <= :to)";

    /** What has come to nothing is no row. */
    private static final List<String> CLEAR = List.of("""
            delete from counter_hours where calls = 0 and hour in
                (select arrived_at / 3600000 from counter_changes where sign < 0 and place <= :to)""", """
            delete from counter_sources where calls = 0 and (day, caller) in
                (select arrived_at / 86400000, caller from counter_changes where sign < 0 and place <= :to)""");

    private final Database database;

    public Folding(Database database) {
        this.database = database;
    }

    /** Adds the oldest changes; whether there may be more. */
    public boolean fold() {
        long to = database.reader()
                .sql(
                        "select coalesce(max(place), 0) from (select place from counter_changes order by place limit :most) as next")
                .param("most", BATCH)
                .query(Long.class)
                .single();
        return to > 0 && database.writeNow(connection -> fold(connection, to)) == BATCH;
    }

    private static int fold(JdbcClient connection, long to) {
        connection.sql(CounterSql.hours(TAKEN)).param("to", to).update();
        connection.sql(CounterSql.sources(TAKEN)).param("to", to).update();
        CLEAR.forEach(sql -> connection.sql(sql).param("to", to).update());
        return connection
                .sql("delete from counter_changes where place <= :to")
                .param("to", to)
                .update();
    }

    /** Counts some of the calls that were there before the counters, the newest first; how many of them are left, at most. */
    public long fill() {
        return database.writeNow(connection -> {
            long last = last(connection);
            long next = Math.max(0, last - FILL);
            if (last > 0) {
                String calls = "(" + CounterSql.ENDED + " and seq > :next and seq <= :last)";
                connection
                        .sql(CounterSql.hours(calls))
                        .param("next", next)
                        .param("last", last)
                        .update();
                connection
                        .sql(CounterSql.sources(calls))
                        .param("next", next)
                        .param("last", last)
                        .update();
                connection
                        .sql("update counter_fill set seq = :next")
                        .param("next", next)
                        .update();
            }
            return next;
        });
    }

    private static long last(JdbcClient connection) {
        return connection.sql("select seq from counter_fill").query(Long.class).single();
    }
}
