package dev.quell.storage.postgres.ship;

import dev.quell.storage.share.Kind;
import dev.quell.storage.share.SharedRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Merges flags, entries, known callers and versions into the record by the rules of {@link SmallTable}, and notes for the other instances what changed. */
final class SmallMerge {

    private final Map<Kind, Stage> stages = new EnumMap<>(Kind.class);

    /** Merges rows in the connection's transaction. Whoever does so holds the head of the changes until the end: they are told in the order of commits. */
    void merge(Connection connection, Collection<SharedRow> rows, long instance) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("select place from changes_head for update");
        }
        Map<Kind, List<SharedRow>> kinds = rows.stream()
                .collect(Collectors.groupingBy(SharedRow::kind, () -> new EnumMap<>(Kind.class), Collectors.toList()));
        for (Map.Entry<Kind, List<SharedRow>> kind : kinds.entrySet()) {
            note(connection, kind.getKey(), merge(connection, SmallTable.of(kind.getKey()), kind.getValue()), instance);
        }
    }

    private Set<String> merge(Connection connection, SmallTable table, List<SharedRow> rows) throws SQLException {
        Stage stage = stages.computeIfAbsent(rows.getFirst().kind(), kind -> new Stage(table.table()));
        List<String> columns = stage.fill(connection, rows);
        Set<String> changed = new LinkedHashSet<>();
        try (Statement statement = connection.createStatement()) {
            for (String sql : table.twins()) {
                read(statement, sql, changed);
            }
            read(statement, table.upsert(String.join(", ", columns)), changed);
        }
        return changed;
    }

    private static void read(Statement statement, String sql, Set<String> changed) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                changed.add(rows.getString(1));
            }
        }
    }

    private static void note(Connection connection, Kind kind, Set<String> refs, long instance) throws SQLException {
        if (refs.isEmpty()) {
            return;
        }
        String sql = """
                with head as (update changes_head set place = place + ? returning place - ? as before)
                insert into changes (place, kind, ref, instance, at)
                select head.before + told.nth, ?, told.ref, ?, (extract(epoch from clock_timestamp()) * 1000)::bigint
                from head, unnest(?::text[]) with ordinality as told (ref, nth)""";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, refs.size());
            statement.setLong(2, refs.size());
            statement.setString(3, kind.name());
            statement.setLong(4, instance);
            statement.setArray(5, connection.createArrayOf("text", refs.toArray()));
            statement.executeUpdate();
        }
    }
}
