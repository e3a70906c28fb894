package dev.quell.storage.jdbc;

import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Ids of new rows while several instances share their rows: each instance gives them out of its own thousand million, and none twice. The database's own
 * numbering would go on from the highest id in the table, which may be another instance's.
 */
public final class OwnIds {

    private static final long SPAN = 1_000_000_000L;

    private OwnIds() {}

    /**
     * Takes ids for some rows, in the transaction that inserts them. Own rows that came back from the other instances count, so that a database whose file was
     * set back goes on after them.
     *
     * @return the first of them; empty where the database numbers by itself, as nothing is shared
     */
    public static OptionalLong take(JdbcClient connection, String table, int rows) {
        return connection
                .sql("select number from shared_instance")
                .query(Long.class)
                .optional()
                .map(number -> OptionalLong.of(take(connection, table, rows, number)))
                .orElseGet(OptionalLong::empty);
    }

    private static long take(JdbcClient connection, String table, int rows, long number) {
        long last = connection
                .sql("insert into shared_marks (name, place) select :name, coalesce(max(id), :after) + :rows from "
                        + table
                        + " where id > :after and id < :before"
                        + " on conflict (name) do update set place = max(place, excluded.place - :rows) + :rows"
                        + " returning place")
                .param("name", "ids " + table + " " + number)
                .param("after", number * SPAN)
                .param("before", (number + 1) * SPAN)
                .param("rows", rows)
                .query(Long.class)
                .single();
        return last - rows + 1;
    }
}
