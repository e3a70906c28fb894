package dev.quell.storage.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** Whether a file holds a database of ours, of which version, and how it gets to the present one. */
final class Schema {

    /** {@code QULL}: marks the file as ours, in SQLite's own field for that. */
    private static final int APPLICATION_ID = 0x51554c4c;

    private static final byte[] HEADER = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    /** A check reads the whole file: above this it would hold up the start. */
    private static final long CHECKED_UP_TO = 128L << 20;

    private final Path file;

    Schema(Path file) {
        this.file = file;
    }

    /**
     * Brings an empty file or a database of ours to the present version.
     *
     * @throws DatabaseFault if it is neither, is damaged, or is of a newer version; the file is not changed then
     */
    void migrate() {
        try {
            checkHeader();
            mark();
            Flyway flyway = Flyway.configure()
                    .dataSource(Connections.migrating(file))
                    .locations("classpath:db/migration/sqlite")
                    .load();
            for (MigrationInfo applied : flyway.info().applied()) {
                if (applied.getState().isResolved()) {
                    continue;
                }
                throw DatabaseFault.newer(file, String.valueOf(applied.getVersion()));
            }
            flyway.migrate();
        } catch (IOException | SQLException | FlywayException e) {
            throw fault(e);
        }
    }

    private void checkHeader() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(HEADER.length);
            if (start.length > 0 && !Arrays.equals(start, HEADER)) {
                throw DatabaseFault.foreign(file);
            }
        }
    }

    /** Looks before it touches: a foreign file stays as it is. */
    private void mark() throws SQLException {
        try (Connection looking = Connections.looking(file);
                Statement statement = looking.createStatement()) {
            int id = number(statement, "pragma application_id");
            if (id == APPLICATION_ID) {
                check(statement);
                return;
            }
            if (id != 0 || number(statement, "select count(*) from sqlite_master") > 0) {
                throw DatabaseFault.foreign(file);
            }
        }
        try (Connection writing = Connections.writing(file);
                Statement statement = writing.createStatement()) {
            statement.execute("pragma application_id = " + APPLICATION_ID);
        }
    }

    private void check(Statement statement) throws SQLException {
        if (file.toFile().length() > CHECKED_UP_TO) {
            return;
        }
        try (ResultSet rows = statement.executeQuery("pragma quick_check(1)")) {
            String answer = rows.next() ? rows.getString(1) : "no answer";
            if (!"ok".equals(answer)) {
                throw DatabaseFault.damaged(file, answer.lines().findFirst().orElse(""));
            }
        }
    }

    private DatabaseFault fault(Exception e) {
        return switch (SqliteFault.of(e)) {
            case NOT_A_DATABASE -> DatabaseFault.foreign(file);
            case CORRUPT -> DatabaseFault.damaged(file, "SQLite cannot read it");
            default -> DatabaseFault.unusable(file, e);
        };
    }

    private static int number(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }
}
