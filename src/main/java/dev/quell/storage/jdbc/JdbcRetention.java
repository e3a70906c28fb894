package dev.quell.storage.jdbc;

import dev.quell.storage.counters.CountedRows;
import dev.quell.storage.database.Database;
import dev.quell.storage.jdbc.HeldSoFar.Place;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Deletes what is older than it may be, a few rows at a time, so that verdicts are not held up. */
public final class JdbcRetention {

    /** Rows a change deletes at most. */
    private static final int BATCH = 500;

    /** Rows that are looked at in one question. */
    private static final int PAGE = 2_000;

    private static final Table CALLS = new Table("calls", "seq", "arrived_at", HeldRows.CALLS);
    private static final Table FLAGS = new Table("flags", "id", "at", HeldRows.FLAGS);
    private static final Table ENTRIES =
            new Table("list_entries", "id", "coalesce(removed_at, expires_at)", HeldRows.ENTRIES);

    private final Database database;
    private final Optional<HeldSoFar> held;
    private final long now;

    /** Over a database that knows no holds. */
    public JdbcRetention(Database database) {
        this(database, Optional.empty(), Instant.EPOCH);
    }

    private JdbcRetention(Database database, Optional<HeldSoFar> held, Instant now) {
        this.database = database;
        this.held = held;
        this.now = now.toEpochMilli();
    }

    /**
     * Over a database whose legal holds are kept.
     *
     * @param held what earlier runs found
     * @param now when this run of retention began: a hold that is ended later stands yet
     */
    public static JdbcRetention holding(Database database, HeldSoFar held, Instant now) {
        held.stand(HeldRows.standing(database.reader(), now), now);
        return new JdbcRetention(database, Optional.of(held), now);
    }

    /**
     * Rows that holds may keep.
     *
     * @param key rises with the rows
     * @param time by which they are too old, epoch milliseconds
     * @param free a condition that none keeps one
     */
    private record Table(String name, String key, String time, String free) {
        String page(String unless) {
            return ("select {key} as row_key, {time} as row_time, case when " + unless
                            + " then 1 else 0 end as free from " + name
                            + " where {time} >= :at and {time} < :before and ({time} > :at or {key} > :key)"
                            + " order by {time}, {key} limit :most")
                    .replace("{key}", key)
                    .replace("{time}", time);
        }
    }

    private String unless(Table table) {
        return held.isPresent() ? table.free : "1 = 1";
    }

    /** Whether there are calls that arrived before a moment and are not held. */
    public boolean isAnyCall(Instant before) {
        return walk(CALLS, before, page -> page.stream().noneMatch(Place::free));
    }

    /** Deletes the calls that arrived before a moment and are not held; tells how many. They are looked for with the readers, however many are held. */
    public int calls(Instant before) {
        database.writeNow(connection -> {
            CountedRows.forget(connection, before);
            return true;
        });
        return delete(CALLS, before);
    }

    /** Deletes the flags that were raised before a moment and are not held; tells how many. */
    public int flags(Instant before) {
        return delete(FLAGS, before);
    }

    /** Deletes the entries that ended, or were ended, before a moment and are not held; tells how many. */
    public int entries(Instant before) {
        return delete(ENTRIES, before);
    }

    private int delete(Table table, Instant before) {
        AtomicInteger deleted = new AtomicInteger();
        walk(table, before, page -> {
            List<Long> free = page.stream().filter(Place::free).map(Place::key).toList();
            for (int each = 0; each < free.size(); each += BATCH) {
                deleted.addAndGet(delete(table, free.subList(each, Math.min(free.size(), each + BATCH))));
            }
            return true;
        });
        return deleted.get();
    }

    /** Goes through what is too old, but for what is known to be held; true if something does not go on with a page. */
    private boolean walk(Table table, Instant before, Predicate<List<Place>> on) {
        Place from = held.map(known -> known.from(table.name)).orElse(Place.FIRST);
        List<Place> page;
        do {
            page = page(table, before, from);
            if (!on.test(page)) {
                return true;
            }
            if (!page.isEmpty()) {
                from = page.getLast();
                Place looked = from;
                held.ifPresent(known -> known.looked(table.name, looked));
            }
        } while (page.size() == PAGE && !Thread.currentThread().isInterrupted());
        return false;
    }

    private List<Place> page(Table table, Instant before, Place from) {
        return database.reader()
                .sql(table.page(unless(table)))
                .param("before", before.toEpochMilli())
                .param("now", now)
                .param("at", from.at())
                .param("key", from.key())
                .param("most", PAGE)
                .query((row, number) ->
                        new Place(row.getLong("row_time"), row.getLong("row_key"), row.getInt("free") == 1))
                .list();
    }

    private int delete(Table table, List<Long> rows) {
        return database.writeNow(connection -> connection
                .sql("delete from " + table.name + " where " + table.key + " in (:rows) and " + unless(table))
                .param("rows", rows)
                .param("now", now)
                .update());
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

    /** Deletes the proposals for the lists that were made before a moment, but for those by which an entry that is kept tells who confirmed it; tells how many. */
    public int proposals(Instant before) {
        return all("""
                delete from list_proposals where id in (
                    select id from list_proposals p where made_at < :before and (coalesce(accepted, 0) = 0 or not exists (
                        select 1 from list_entries e where e.pattern = p.pattern and e.kind = p.kind and e.author = p.author
                            and e.reason = p.reason and e.origin = 'MANUAL'
                            and e.created_at <= p.decided_at and e.created_at > p.decided_at - 60000)) limit :most)""", before);
    }

    /** Deletes the proposals of rules that were decided before a moment, or asked for before it and never decided; tells how many. */
    public int ruleProposals(Instant before) {
        return all("""
                delete from rule_proposals where id in
                    (select id from rule_proposals where coalesce(decided_at, asked_at) < :before limit :most)""", before);
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
