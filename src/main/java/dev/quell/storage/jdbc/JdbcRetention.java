package dev.quell.storage.jdbc;

import dev.quell.storage.counters.CountedRows;
import dev.quell.storage.database.Database;
import java.time.Instant;

/** Deletes what is older than it may be, a few rows at a time, so that verdicts are not held up. */
public final class JdbcRetention {

    /** Rows a change deletes at most. */
    private static final int BATCH = 500;

    private final Database database;

    public JdbcRetention(Database database) {
        this.database = database;
    }

    /** Deletes the calls that arrived before a moment; tells how many. */
    public int calls(Instant before) {
        database.writeNow(connection -> {
            CountedRows.forget(connection, before);
            return true;
        });
        return all(
                "delete from calls where seq in (select seq from calls where arrived_at < :before limit :most)",
                before);
    }

    /** Deletes the flags that were raised before a moment; tells how many. */
    public int flags(Instant before) {
        return all("delete from flags where id in (select id from flags where at < :before limit :most)", before);
    }

    /** Deletes the entries that ended, or were ended, before a moment; tells how many. */
    public int entries(Instant before) {
        return all("""
                delete from list_entries where id in
                    (select id from list_entries where coalesce(removed_at, expires_at) < :before limit :most)""", before);
    }

    /** Deletes the known callers whose end was before a moment, and those taken back 30 days before it; tells how many. */
    public int knownCallers(Instant before) {
        return all("""
                delete from known_callers where (caller, kind) in
                    (select caller, kind from known_callers where expires_at < :before or removed_at < :before - 2592000000 limit :most)""", before);
    }

    /** Deletes what people did before a moment; tells how many. */
    public int audit(Instant before) {
        return all("delete from audit where id in (select id from audit where at < :before limit :most)", before);
    }

    /** Deletes the tokens whose time was over, or that were revoked, before a moment; tells how many. */
    public int tokens(Instant before) {
        return all(
                "delete from api_tokens where id in (select id from api_tokens where expires_at < :before or revoked_at < :before limit :most)",
                before);
    }

    /** Deletes the kept answers whose time was over at a moment; tells how many. */
    public int answers(Instant before) {
        return all(
                "delete from kept_answers where key in (select key from kept_answers where until < :before limit :most)",
                before);
    }

    /** Deletes the reviews and disputes of calls that arrived before a moment; tells how many. */
    public int reviews(Instant before) {
        return all(
                "delete from reviews where id in (select id from reviews where arrived_at < :before limit :most)",
                before);
    }

    /** Deletes the proposals for the lists that were made before a moment; tells how many. */
    public int proposals(Instant before) {
        return all(
                "delete from list_proposals where id in (select id from list_proposals where made_at < :before limit :most)",
                before);
    }

    private int all(String sql, Instant before) {
        int deleted = 0;
        int last;
        do {
            last = database.writeNow(connection -> connection
                    .sql(sql)
                    .param("before", before.toEpochMilli())
                    .param("most", BATCH)
                    .update());
            deleted += last;
        } while (last == BATCH && !Thread.currentThread().isInterrupted());
        return deleted;
    }
}
