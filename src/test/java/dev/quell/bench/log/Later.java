package dev.quell.bench.log;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The indices and triggers of {@code calls}, taken off and made again: over sorted rows an index is made in seconds. */
final class Later {

    private final Connection connection;
    private final List<String> made;

    private Later(Connection connection, List<String> made) {
        this.connection = connection;
        this.made = made;
    }

    /** @param before statements that are run first */
    static Later than(Connection connection, List<String> before) throws SQLException {
        List<String> texts = new ArrayList<>();
        List<String> drops = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            for (String sql : before) {
                statement.execute(sql);
            }
            try (ResultSet rows = statement.executeQuery(
                    "select type, name, sql from sqlite_master where tbl_name = 'calls' and type in ('index', 'trigger') and sql is not null")) {
                while (rows.next()) {
                    drops.add("drop " + rows.getString("type") + " " + rows.getString("name"));
                    texts.add(rows.getString("sql"));
                }
            }
            for (String drop : drops) {
                statement.execute(drop);
            }
        }
        return new Later(connection, texts);
    }

    /** @param progress is told each statement before it is run */
    void make(Consumer<String> progress) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : made) {
                progress.accept(sql);
                statement.execute(sql);
            }
            statement.execute("pragma journal_mode = wal");
        }
    }
}
