package dev.quell.storage.jdbc;

import dev.quell.blocklist.Kept;
import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListPattern;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps many entries in one change with few statements. */
final class ListBatch {

    private final JdbcClient connection;
    private final Instant now;

    ListBatch(JdbcClient connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    private record Key(ListKind kind, ListPattern pattern) {
        static Key of(ListEntry entry) {
            return new Key(entry.kind(), entry.pattern());
        }
    }

    List<Kept> keep(List<ListEntry> entries) {
        Map<Key, List<ListEntry>> standing = standing(entries);
        Map<Key, ListEntry> same = new HashMap<>();
        List<ListEntry> wanted = new ArrayList<>();
        for (ListEntry entry : entries) {
            standing.getOrDefault(Key.of(entry), List.of()).stream()
                    .filter(old -> same(old, entry))
                    .findFirst()
                    .ifPresentOrElse(old -> same.put(Key.of(entry), old), () -> wanted.add(entry));
        }
        Map<Key, ListEntry> made = new HashMap<>();
        if (!wanted.isEmpty()) {
            ListRows.insert(connection, wanted, null).forEach(entry -> made.put(Key.of(entry), entry));
        }
        List<Kept> kept = entries.stream()
                .map(entry -> kept(Key.of(entry), standing, same, made))
                .toList();
        kept.forEach(each -> end(each.replaced(), each.entry()));
        return kept;
    }

    private static Kept kept(
            Key key, Map<Key, List<ListEntry>> standing, Map<Key, ListEntry> same, Map<Key, ListEntry> made) {
        ListEntry stays = same.get(key);
        if (stays != null) {
            return new Kept(stays, List.of(), false);
        }
        ListEntry entry = made.get(key);
        if (entry == null) {
            throw new IllegalStateException(
                    "an entry was not made: " + key.pattern().text());
        }
        return new Kept(entry, standing.getOrDefault(key, List.of()), true);
    }

    private static boolean same(ListEntry old, ListEntry entry) {
        return old.reason().equals(entry.reason())
                && old.expiresAt()
                        .map(Instant::toEpochMilli)
                        .equals(entry.expiresAt().map(Instant::toEpochMilli));
    }

    private Map<Key, List<ListEntry>> standing(Collection<ListEntry> entries) {
        Map<Key, List<ListEntry>> standing = new HashMap<>();
        connection
                .sql("select * from list_entries where pattern in (:patterns) and " + ListRows.ACTIVE)
                .param(
                        "patterns",
                        entries.stream().map(entry -> entry.pattern().text()).toList())
                .param("now", now.toEpochMilli())
                .query(ListRows::read)
                .list()
                .forEach(entry -> standing.computeIfAbsent(Key.of(entry), key -> new ArrayList<>())
                        .add(entry));
        return standing;
    }

    /** Ends entries in favour of another. */
    void end(Collection<ListEntry> replaced, ListEntry by) {
        if (!replaced.isEmpty()) {
            connection
                    .sql("""
                            update list_entries set removed_at = :now, removed_by = :author, removed_because = :reason
                            where id in (:ids)""")
                    .param("now", now.toEpochMilli())
                    .param("author", by.author())
                    .param("reason", "replaced by entry " + by.id())
                    .param("ids", replaced.stream().map(ListEntry::id).toList())
                    .update();
        }
    }
}
