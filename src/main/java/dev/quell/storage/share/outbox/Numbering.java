package dev.quell.storage.share.outbox;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens once in a database's life: it gets its number, and its own rows get ids that no other instance gives. */
final class Numbering {

    /** How many ids an instance may give. */
    static final long SPAN = 1_000_000_000L;

    private Numbering() {}

    /** The first number: rows that are there move into the number's span. */
    static void first(JdbcClient connection, long number) {
        long by = number * SPAN;
        move(connection, "flags", by);
        move(connection, "list_entries", by);
        move(connection, "audit", by);
        connection.sql("""
                        update list_entries
                        set removed_because = 'replaced by entry ' || (cast(substr(removed_because, 19) as integer) + :by)
                        where removed_because glob 'replaced by entry [0-9]*'""").param("by", by).update();
        connection
                .sql("insert into shared_instance (one, number, uid) values (1, :number, :uid)")
                .param("number", number)
                .param("uid", UUID.randomUUID().toString())
                .update();
    }

    /** A further number, for a database that was set back: rows stay, and new ones get ids of the new span. */
    static void next(JdbcClient connection, long number) {
        begin(connection, "flags", number * SPAN);
        begin(connection, "list_entries", number * SPAN);
        begin(connection, "audit", number * SPAN);
        connection
                .sql("update shared_instance set number = :number")
                .param("number", number)
                .update();
    }

    private static void move(JdbcClient connection, String table, long by) {
        connection.sql("update " + table + " set id = id + :by").param("by", by).update();
        begin(
                connection,
                table,
                by
                        + connection
                                .sql("select coalesce(max(seq), 0) from sqlite_sequence where name = :table")
                                .param("table", table)
                                .query(Long.class)
                                .single());
    }

    private static void begin(JdbcClient connection, String table, long after) {
        connection
                .sql("delete from sqlite_sequence where name = :table")
                .param("table", table)
                .update();
        connection
                .sql("insert into sqlite_sequence (name, seq) values (:table, :after)")
                .param("table", table)
                .param("after", after)
                .update();
    }
}
