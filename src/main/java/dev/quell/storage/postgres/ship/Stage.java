package dev.quell.storage.postgres.ship;

import dev.quell.storage.share.SharedRow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Brings rows into a temporary table by COPY: the fastest way, from which one statement merges them. */
final class Stage {

    private final String table;
    private final String name;
    private final String notes;
    private final Map<String, Set<String>> known = new ConcurrentHashMap<>();

    /** @param table where rows shall go in the end */
    Stage(String table) {
        this(table, "");
    }

    /**
     * @param table where rows shall go in the end
     * @param notes definitions of further columns, each after a comma
     */
    Stage(String table, String notes) {
        this.table = table;
        this.notes = notes;
        this.name = "stage_" + table;
    }

    /** The temporary table's name. */
    String name() {
        return name;
    }

    /** Holds the rows until the transaction ends; the columns that both they and the table have. */
    List<String> fill(Connection connection, Collection<SharedRow> rows) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create temp table if not exists " + name + " (like " + table + " including defaults"
                    + notes + ") on commit delete rows");
            statement.execute("truncate " + name);
        }
        List<String> columns = columns(connection, rows);
        StringBuilder text = new StringBuilder(rows.size() * 400);
        rows.forEach(row -> line(row.columns(), columns, text));
        copy(connection, "copy " + name + " (" + String.join(", ", columns) + ") from stdin", text);
        return columns;
    }

    private static void copy(Connection connection, String sql, StringBuilder text) throws SQLException {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new SQLException("rows could not be sent", e);
        }
    }

    /** An older record may lack columns that this instance has, and the other way round. */
    private List<String> columns(Connection connection, Collection<SharedRow> rows) throws SQLException {
        @Nullable Set<String> there = known.get(table);
        if (there == null) {
            there = read(connection);
            known.put(table, there);
        }
        Map<String, Boolean> told = new LinkedHashMap<>();
        rows.forEach(row -> row.columns().keySet().forEach(column -> told.put(column, true)));
        return told.keySet().stream().filter(there::contains).toList();
    }

    private Set<String> read(Connection connection) throws SQLException {
        Set<String> names = ConcurrentHashMap.newKeySet();
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select * from " + table + " limit 0")) {
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                names.add(rows.getMetaData().getColumnName(column));
            }
        }
        return names;
    }

    private static void line(Map<String, @Nullable Object> row, List<String> columns, StringBuilder text) {
        char end = '\n';
        for (int column = 0; column < columns.size(); column++) {
            value(row.get(columns.get(column)), text);
            text.append(column < columns.size() - 1 ? '\t' : end);
        }
    }

    /** COPY's own escapes; a character that PostgreSQL cannot hold is left out. */
    private static void value(@Nullable Object value, StringBuilder text) {
        if (value == null) {
            text.append("\\N");
            return;
        }
        String plain = value.toString();
        for (int at = 0; at < plain.length(); at++) {
            char letter = plain.charAt(at);
            switch (letter) {
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                case '\0' -> {}
                default -> text.append(letter);
            }
        }
    }
}
