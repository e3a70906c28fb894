package dev.quell.storage.jdbc;

import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListEntry.Origin;
import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListPattern;
import dev.quell.blocklist.ListStore;
import dev.quell.storage.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Entries over SQL. One ended early keeps its row: who ended it, when and why. */
public final class JdbcListStore implements ListStore {

    private final Database database;

    public JdbcListStore(Database database) {
        this.database = database;
    }

    @Override
    public List<ListEntry> active(Instant now) {
        return database.reader()
                .sql(
                        "select * from list_entries where removed_at is null and (expires_at is null or expires_at > :now)")
                .param("now", now.toEpochMilli())
                .query(JdbcListStore::read)
                .list();
    }

    @Override
    public ListEntry add(ListEntry entry) {
        return database.writeNow(connection -> connection
                .sql("""
                        insert into list_entries (kind, pattern, reason, author, origin, created_at, expires_at, step)
                        values (:kind, :pattern, :reason, :author, :origin, :created, :expires, :step) returning *""")
                .param("kind", entry.kind().name())
                .param("pattern", entry.pattern().text())
                .param("reason", entry.reason())
                .param("author", entry.author())
                .param("origin", entry.origin().name())
                .param("created", entry.createdAt().toEpochMilli())
                .param("expires", Rows.millis(entry.expiresAt()))
                .param("step", entry.step())
                .query(JdbcListStore::read)
                .single());
    }

    @Override
    public Optional<ListEntry> remove(long id, String author, String reason, Instant now) {
        return database.writeNow(connection -> connection
                .sql("""
                        update list_entries set removed_at = :now, removed_by = :author, removed_because = :reason
                        where id = :id and removed_at is null and (expires_at is null or expires_at > :now) returning *""")
                .param("id", id)
                .param("author", author)
                .param("reason", reason)
                .param("now", now.toEpochMilli())
                .query(JdbcListStore::read)
                .optional());
    }

    @Override
    public Set<Long> liftedByPeople(ListPattern pattern) {
        return Set.copyOf(database.reader()
                .sql("select id from list_entries where pattern = :pattern and removed_at is not null"
                        + " and removed_by <> 'quell' and removed_because not like 'replaced by entry %'")
                .param("pattern", pattern.text())
                .query(Long.class)
                .list());
    }

    @Override
    public List<ListEntry> history(ListPattern pattern) {
        return database.reader()
                .sql("select * from list_entries where pattern = :pattern order by created_at desc, id desc")
                .param("pattern", pattern.text())
                .query(JdbcListStore::read)
                .list();
    }

    static ListEntry read(ResultSet row, int number) throws SQLException {
        return new ListEntry(
                row.getLong("id"),
                Rows.word(row, "kind", ListKind.BLOCK),
                ListPattern.parse(Rows.text(row, "pattern")),
                Rows.text(row, "reason"),
                Rows.text(row, "author"),
                Rows.word(row, "origin", Origin.MANUAL),
                Rows.instant(row, "created_at"),
                end(row),
                row.getInt("step"));
    }

    /** When it ends or ended: its expiry, or its removal if that came first. */
    private static Optional<Instant> end(ResultSet row) throws SQLException {
        return Stream.of(Rows.optionalInstant(row, "removed_at"), Rows.optionalInstant(row, "expires_at"))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
