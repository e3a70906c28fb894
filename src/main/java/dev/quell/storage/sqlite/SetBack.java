package dev.quell.storage.sqlite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/** A database that is taken back from a copy: ids that were given after the copy was made are not given again. */
public final class SetBack {

    /** Far more rows than an instance makes between two copies, and little of the thousand million that it may make. */
    private static final long LEFT_OUT = 10_000_000;

    private static final long SPAN = 1_000_000_000L;
    private static final List<String> NUMBERED = List.of("flags", "list_entries", "audit");

    private SetBack() {}

    /**
     * Leaves out the ids that other instances may have met since. Changes nothing where nothing was shared, as ids are this database's own then.
     *
     * @param age of the copy; a copy that is taken back twice leaves out more the second time
     * @throws DatabaseFault if the database cannot be written
     */
    public static void leaveIdsOut(Path dataDirectory, Duration age) {
        Path file = DataDirectory.fileIn(dataDirectory);
        if (!Files.exists(file)) {
            return;
        }
        try (Connection connection = Connections.writing(file);
                Statement statement = connection.createStatement()) {
            long number = number(statement);
            if (number > 0) {
                for (String table : NUMBERED) {
                    if (has(statement, table)) {
                        leaveOut(connection, table, number, LEFT_OUT + Math.max(0, age.toSeconds()));
                    }
                }
            }
        } catch (SQLException e) {
            throw new Schema(file).fault(e);
        }
    }

    private static long number(Statement statement) throws SQLException {
        return has(statement, "shared_instance")
                ? first(statement, "select coalesce(max(number), 0) from shared_instance")
                : 0;
    }

    /** A copy of an older version lacks what came later. */
    private static boolean has(Statement statement, String table) throws SQLException {
        return first(statement, "select count(*) from sqlite_master where type = 'table' and name = '" + table + "'")
                > 0;
    }

    private static long first(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    private static void leaveOut(Connection connection, String table, long number, long rows) throws SQLException {
        String sql = "insert into shared_marks (name, place) values (?, (select coalesce(max(id), ?) from " + table
                + " where id > ? and id < ?) + ?) on conflict (name) do update set place = place + ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, "ids " + table + " " + number);
            statement.setLong(2, number * SPAN);
            statement.setLong(3, number * SPAN);
            statement.setLong(4, (number + 1) * SPAN);
            statement.setLong(5, rows);
            statement.setLong(6, rows);
            statement.executeUpdate();
        }
    }
}
