package dev.quell.faults.world;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a database has of some calls, read beside the service that writes it.
 *
 * @param url of the database, for JDBC
 */
public record Record(String url) {

    /** A service's own database. */
    static Record ofSqlite(Path data) {
        return new Record("jdbc:sqlite:file:" + data.resolve("quell.db") + "?mode=ro");
    }

    /**
     * A call's row.
     *
     * @param caseNumber empty if it was never screened
     * @param way empty if its end is not known
     */
    public record CallRow(
            String id, String caller, String caseNumber, String applied, boolean ended, String way, String outcome) {}

    /** A flag's row. */
    public record FlagRow(String call, String agent) {}

    /** A row of an automatic entry. */
    public record StrikeRow(String pattern, String origin, int step, long createdAt) {}

    /** The calls whose linked id begins so; a call that is there twice comes twice. */
    public List<CallRow> calls(String prefix) {
        return read(
                "select id, caller, case_number, applied, ended_at, way, outcome from calls where id like ?",
                "pbx:" + prefix + "%",
                row -> new CallRow(
                        row.getString(1),
                        text(row, 2),
                        text(row, 3),
                        text(row, 4),
                        row.getObject(5) != null,
                        text(row, 6),
                        text(row, 7)));
    }

    /** The standing flags on those calls; of two that two services took for one, one is withdrawn. */
    public List<FlagRow> flags(String prefix) {
        return read(
                "select call_id, agent from flags where undone_at is null and call_id like ?",
                "pbx:" + prefix + "%",
                row -> new FlagRow(text(row, 1), text(row, 2)));
    }

    /** The automatic entries of numbers that begin so, oldest first. */
    public List<StrikeRow> strikes(String numberPrefix) {
        return read(
                "select pattern, origin, step, created_at from list_entries where origin <> 'MANUAL' and pattern like ?"
                        + " order by created_at, id",
                numberPrefix + "%",
                row -> new StrikeRow(text(row, 1), text(row, 2), row.getInt(3), row.getLong(4)));
    }

    /** The case numbers of all calls. */
    public Set<String> cases() {
        return Set.copyOf(read(
                "select case_number from calls where case_number is not null and id like ?", "%", row -> text(row, 1)));
    }

    /** How many calls have ended. */
    public long endedCalls() {
        return read("select count(*) from calls where ended_at is not null and id like ?", "%", row -> row.getLong(1))
                .getFirst();
    }

    /**
     * How many changes of a service's own database wait to be told to PostgreSQL.
     *
     * @param olderThan only those written down before this time, epoch milliseconds
     */
    long unshipped(long olderThan) {
        return read(
                        "select count(*) from outbox where place > (select confirmed from shared_destinations where name = ?)"
                                + " and (only_for is null or only_for = 'postgres') and at < " + olderThan,
                        "postgres",
                        row -> row.getLong(1))
                .getFirst();
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> read(String sql, String parameter, Reader<T> reader) {
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            List<T> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(reader.read(row));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read " + url, e);
        }
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }
}
