package dev.quell.storage.jdbc;

import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListEntry.Origin;
import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListPattern;
import dev.quell.blocklist.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of {@code list_entries}. */
final class ListRows {

    /** What makes a row active at {@code :now}. */
    static final String ACTIVE = "removed_at is null and (expires_at is null or expires_at > :now)";

    private static final String COLUMNS = "kind, pattern, reason, author, origin, created_at, expires_at, step, mark";
    private static final int VALUES = 9;
    private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String ROW_WITH_ID = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private ListRows() {}

    /** Inserts rows at once; one whose mark is there already is passed over. Tells those made, in no order. */
    static List<ListEntry> insert(JdbcClient connection, Collection<ListEntry> entries, @Nullable String mark) {
        OptionalLong first = OwnIds.take(connection, "list_entries", entries.size());
        List<@Nullable Object> values = new ArrayList<>();
        for (ListEntry entry : entries) {
            first.ifPresent(id -> values.add(id + values.size() / (VALUES + 1)));
            values.addAll(values(entry, mark));
        }
        return connection
                .sql("insert into list_entries (" + (first.isPresent() ? "id, " : "") + COLUMNS + ") values "
                        + String.join(", ", Collections.nCopies(entries.size(), first.isPresent() ? ROW_WITH_ID : ROW))
                        + " on conflict (mark) where mark is not null do nothing returning *")
                .params(values)
                .query(ListRows::read)
                .list();
    }

    private static List<@Nullable Object> values(ListEntry entry, @Nullable String mark) {
        return Arrays.asList(
                entry.kind().name(),
                entry.pattern().text(),
                entry.reason(),
                entry.author(),
                entry.origin().name(),
                entry.createdAt().toEpochMilli(),
                Rows.millis(entry.expiresAt()),
                entry.step(),
                mark);
    }

    /** Reads a whole row. */
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

    /** Columns for {@link #standing}: the fewer and the shorter, the sooner millions are read. */
    static final String STANDING = "id, pattern, coalesce(expires_at, 0), case kind when 'ALLOW' then 0 else 1 end,"
            + " case origin when 'BURST' then 1 when 'LADDER' then 2 else 0 end";

    static Standing standing(ResultSet row) throws SQLException {
        long end = row.getLong(3);
        return new Standing(
                row.getLong(1),
                row.getInt(4) == 0 ? ListKind.ALLOW : ListKind.BLOCK,
                row.getString(2),
                switch (row.getInt(5)) {
                    case 1 -> Origin.BURST;
                    case 2 -> Origin.LADDER;
                    default -> Origin.MANUAL;
                },
                end == 0 ? Standing.NEVER : end);
    }
}
