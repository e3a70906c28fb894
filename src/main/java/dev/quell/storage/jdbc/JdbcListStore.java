package dev.quell.storage.jdbc;

import dev.quell.blocklist.Kept;
import dev.quell.blocklist.Lifting;
import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListPattern;
import dev.quell.blocklist.ListQuery;
import dev.quell.blocklist.ListStore;
import dev.quell.blocklist.Standing;
import dev.quell.call.CallerNumber;
import dev.quell.storage.database.Database;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Entries over SQL. One ended early keeps its row: who ended it, when and why. */
public final class JdbcListStore implements ListStore {
    private static final String LIFTED = " where pattern = :pattern and removed_at is not null"
            + " and removed_by <> 'quell' and removed_because not like 'replaced by entry %'";

    private final Database database;

    public JdbcListStore(Database database) {
        this.database = database;
    }

    /** Reads the table as it lies on the disk: most of it is wanted. */
    @Override
    public void standing(Instant now, Consumer<Standing> each) {
        database.reader()
                .sql("select " + ListRows.STANDING + " from list_entries"
                        + " where +removed_at is null and (+expires_at is null or +expires_at > :now)"
                        + " and (+created_at <= :soon or kind = 'ALLOW')")
                .param("now", now.toEpochMilli())
                .param("soon", now.plus(AHEAD).toEpochMilli())
                .query(row -> {
                    each.accept(ListRows.standing(row));
                });
    }

    @Override
    public Optional<ListEntry> find(long id) {
        return database.reader()
                .sql("select * from list_entries where id = :id")
                .param("id", id)
                .query(ListRows::read)
                .optional();
    }

    @Override
    public List<ListEntry> page(ListQuery query, Instant now) {
        return ListPages.read(database.reader(), query, now);
    }

    @Override
    public List<ListEntry> meaning(CallerNumber caller, Instant now) {
        if (!caller.identifies()) {
            return List.of();
        }
        ListConditions conditions = ListConditions.meeting(new ListPattern.Exact(caller));
        return database.reader()
                .sql("select * from list_entries where " + conditions.sql() + " and " + ListRows.ACTIVE)
                .params(conditions.values())
                .param("now", now.toEpochMilli())
                .query(ListRows::read)
                .list();
    }

    @Override
    public Kept keep(ListEntry entry, Instant now) {
        return database.writeNow(connection -> keep(connection, entry, null, now));
    }

    @Override
    public Kept keepOnce(ListEntry entry, String mark, Instant now) {
        return database.writeNow(connection -> marked(connection, mark)
                .map(made -> new Kept(made, List.of(), false))
                .orElseGet(() -> keep(connection, entry, mark, now)));
    }

    private static Optional<ListEntry> marked(JdbcClient connection, String mark) {
        return connection
                .sql("select * from list_entries where mark = :mark")
                .param("mark", mark)
                .query(ListRows::read)
                .optional();
    }

    private static Kept keep(JdbcClient connection, ListEntry entry, @Nullable String mark, Instant now) {
        List<ListEntry> replaced = connection
                .sql("select * from list_entries where kind = :kind and pattern = :pattern and " + ListRows.ACTIVE)
                .param("kind", entry.kind().name())
                .param("pattern", entry.pattern().text())
                .param("now", now.toEpochMilli())
                .query(ListRows::read)
                .list();
        ListEntry made = ListRows.insert(connection, List.of(entry), mark).getFirst();
        new ListBatch(connection, now).end(replaced, made);
        return new Kept(made, replaced, true);
    }

    @Override
    public List<Kept> keepAll(List<ListEntry> entries, Instant now) {
        if (entries.size() > MANY) {
            throw new IllegalArgumentException("at most " + MANY + " entries are kept at once");
        }
        return database.writeNow(connection -> new ListBatch(connection, now).keep(entries));
    }

    @Override
    public Optional<ListEntry> remove(long id, String author, String reason, Instant now) {
        return database.writeNow(connection -> connection
                .sql("update list_entries set removed_at = :now, removed_by = :author, removed_because = :reason"
                        + " where id = :id and " + ListRows.ACTIVE + " returning *")
                .param("id", id)
                .param("author", author)
                .param("reason", reason)
                .param("now", now.toEpochMilli())
                .query(ListRows::read)
                .optional());
    }

    @Override
    public List<Lifting> liftings(ListPattern pattern) {
        return database.reader()
                .sql("select id, removed_by, removed_at, expires_at from list_entries" + LIFTED)
                .param("pattern", pattern.text())
                .query((row, number) -> new Lifting(
                        row.getLong("id"),
                        Rows.text(row, "removed_by"),
                        Rows.instant(row, "removed_at"),
                        Rows.optionalInstant(row, "expires_at")))
                .list();
    }

    @Override
    public Set<Long> liftedByPeople(ListPattern pattern) {
        return Set.copyOf(database.reader()
                .sql("select id from list_entries" + LIFTED)
                .param("pattern", pattern.text())
                .query(Long.class)
                .list());
    }

    @Override
    public List<ListPattern> rangesOf(CallerNumber caller) {
        if (!(caller instanceof CallerNumber.E164(String number))) {
            return List.of();
        }
        ListConditions conditions = ListConditions.ranges(number);
        return database.reader()
                .sql("select distinct pattern from list_entries where " + conditions.sql())
                .params(conditions.values())
                .query((row, index) -> ListPattern.parse(Rows.text(row, "pattern")))
                .list();
    }

    @Override
    public List<ListEntry> history(ListPattern pattern) {
        return database.reader()
                .sql("select * from list_entries where pattern = :pattern order by created_at desc, id desc")
                .param("pattern", pattern.text())
                .query(ListRows::read)
                .list();
    }
}
