package dev.quell.storage.jdbc;

import dev.quell.storage.counters.CountedRows;
import dev.quell.storage.database.Database;
import java.time.Instant;
import java.util.List;

/** Deletes what is older than it may be, a few rows at a time, so that verdicts are not held up. */
public final class JdbcRetention {

    /** Rows a change deletes at most. */
    private static final int BATCH = 500;

    /** Calls that are looked at in one question. */
    private static final int PAGE = 2_000;

    private final Database database;
    private final boolean holding;
    private final long now;

    /** Over a database that knows no holds. */
    public JdbcRetention(Database database) {
        this(database, false, Instant.EPOCH);
    }

    private JdbcRetention(Database database, boolean holding, Instant now) {
        this.database = database;
        this.holding = holding;
        this.now = now.toEpochMilli();
    }

    /**
     * Over a database whose legal holds are kept.
     *
     * @param now when this run of retention began: a hold that is ended later stands yet
     */
    public static JdbcRetention holding(Database database, Instant now) {
        return new JdbcRetention(database, true, now);
    }

    private String unless(String held) {
        return holding ? held : "1 = 1";
    }

    /** Deletes the calls that arrived before a moment and are not held; tells how many. They are looked for with the readers, however many are held. */
    public int calls(Instant before) {
        database.writeNow(connection -> {
            CountedRows.forget(connection, before);
            return true;
        });
        int deleted = 0;
        Place from = Place.FIRST;
        List<Place> page;
        do {
            page = page(before, from);
            List<Long> free = page.stream().filter(Place::free).map(Place::seq).toList();
            for (int each = 0; each < free.size(); each += BATCH) {
                deleted += delete(free.subList(each, Math.min(free.size(), each + BATCH)));
            }
            from = page.isEmpty() ? from : page.getLast();
        } while (page.size() == PAGE && !Thread.currentThread().isInterrupted());
        return deleted;
    }

    private List<Place> page(Instant before, Place from) {
        return database.reader()
                .sql("select seq, arrived_at, case when " + unless(HeldRows.CALLS)
                        + " then 1 else 0 end as free from calls"
                        + " where arrived_at < :before and (arrived_at > :at or arrived_at = :at and seq > :seq)"
                        + " order by arrived_at, seq limit :most")
                .param("before", before.toEpochMilli())
                .param("now", now)
                .param("at", from.at())
                .param("seq", from.seq())
                .param("most", PAGE)
                .query((row, number) ->
                        new Place(row.getLong("arrived_at"), row.getLong("seq"), row.getInt("free") == 1))
                .list();
    }

    private int delete(List<Long> calls) {
        return database.writeNow(connection -> connection
                .sql("delete from calls where seq in (:calls) and " + unless(HeldRows.CALLS))
                .param("calls", calls)
                .param("now", now)
                .update());
    }

    /**
     * A call by its place in time.
     *
     * @param free whether no hold keeps it
     */
    private record Place(long at, long seq, boolean free) {
        static final Place FIRST = new Place(Long.MIN_VALUE, Long.MIN_VALUE, false);
    }

    /** Deletes the flags that were raised before a moment and are not held; tells how many. */
    public int flags(Instant before) {
        return all(
                "delete from flags where id in (select id from flags where at < :before and "
                        + unless(HeldRows.FLAGS)
                        + " limit :most)",
                before);
    }

    /** Deletes the entries that ended, or were ended, before a moment and are not held; tells how many. */
    public int entries(Instant before) {
        return all(
                "delete from list_entries where id in (select id from list_entries"
                        + " where coalesce(removed_at, expires_at) < :before and " + unless(HeldRows.ENTRIES)
                        + " limit :most)",
                before);
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
                    .param("now", now)
                    .param("most", BATCH)
                    .update());
            deleted += last;
        } while (last == BATCH && !Thread.currentThread().isInterrupted());
        return deleted;
    }
}
