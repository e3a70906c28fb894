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
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether a file holds a database of ours, of which version, and how it gets to the present one. */
final class Schema {

    private static final Logger log = LoggerFactory.getLogger(Schema.class);

    /** The version that this Quell works with: that of the last migration. */
    static final int VERSION = 20;

    /** {@code QULL}: marks the file as ours, in SQLite's own field for that. */
    private static final int APPLICATION_ID = 0x51554c4c;

    private static final byte[] HEADER = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    /** A check reads the whole file: above this it would hold up the start. */
    private static final long CHECKED_UP_TO = 128L << 20;

    private final Path file;
    private final DataSource migrating;

    Schema(Path file) {
        this(file, Connections.migrating(file));
    }

    /** @param migrating connections by which the file is changed */
    Schema(Path file, DataSource migrating) {
        this.file = file;
        this.migrating = migrating;
    }

    /** What a file holds. */
    enum Found {
        EMPTY,
        FOREIGN,
        OLDER,
        PRESENT,
        NEWER
    }

    /** Looks what an open file holds. */
    Found look(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            int id = number(statement, "pragma application_id");
            boolean tables = number(statement, "select count(*) from sqlite_master") > 0;
            if (id != APPLICATION_ID) {
                return id == 0 && !tables ? Found.EMPTY : Found.FOREIGN;
            }
            return tables ? compare(version(statement)) : Found.EMPTY;
        }
    }

    private static Found compare(int version) {
        return version == VERSION ? Found.PRESENT : version < VERSION ? Found.OLDER : Found.NEWER;
    }

    /** The version of an open database of ours. */
    int version(Connection connection) throws SQLException {
        if (look(connection) == Found.FOREIGN) {
            throw DatabaseFault.foreign(file);
        }
        try (Statement statement = connection.createStatement()) {
            return version(statement);
        }
    }

    private static int version(Statement statement) throws SQLException {
        return number(statement, "select max(cast(version as integer)) from flyway_schema_history where success = 1");
    }

    /**
     * Brings an empty file or a database of ours to the present version, wholly or not at all.
     *
     * @throws DatabaseFault if it is neither, is damaged, is of a newer version, or there is no room; it stays of the version that it was then
     */
    void migrate() {
        try {
            checkHeader();
            upgrade(refuseOrMark());
        } catch (IOException | SQLException | FlywayException e) {
            throw fault(e);
        }
    }

    /** If the copy that was made just now took the room, the upgrade has it. */
    private void upgrade(Optional<Path> copy) throws IOException {
        try {
            flyway().migrate();
        } catch (FlywayException e) {
            if (SqliteFault.of(e) != SqliteFault.FULL) {
                throw e;
            }
            if (copy.isEmpty()) {
                throw DatabaseFault.noRoom(file, e);
            }
            Files.delete(copy.get());
            log.warn(
                    "There is no room for {} beside its copy; the copy is deleted, a downgrade will need one of your own",
                    file);
            upgrade(Optional.empty());
        }
    }

    /** All versions in one transaction: between two of them no Quell could start. */
    Flyway flyway() {
        return Flyway.configure()
                .dataSource(migrating)
                .locations("classpath:db/migration/sqlite")
                .group(true)
                .load();
    }

    private void checkHeader() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(HEADER.length);
            if (start.length > 0 && !Arrays.equals(start, HEADER)) {
                throw DatabaseFault.foreign(file);
            }
        }
    }

    /**
     * Looks before it touches: a foreign file stays as it is, and to one that is ours already nothing is written, which a full disk would not take. Tells the
     * copy of an older one, if it made one.
     */
    private Optional<Path> refuseOrMark() throws SQLException, IOException {
        try (Connection looking = Connections.reading(file).getConnection()) {
            switch (look(looking)) {
                case FOREIGN -> throw DatabaseFault.foreign(file);
                case NEWER -> throw DatabaseFault.newer(file, VERSION);
                case PRESENT -> {
                    check(looking);
                    return Optional.empty();
                }
                case OLDER -> {
                    check(looking);
                    return OlderCopy.of(file, version(looking), looking);
                }
                case EMPTY -> {}
            }
        }
        try (Connection writing = Connections.writing(file);
                Statement statement = writing.createStatement()) {
            statement.execute("pragma application_id = " + APPLICATION_ID);
        }
        return Optional.empty();
    }

    private void check(Connection connection) throws SQLException {
        if (file.toFile().length() > CHECKED_UP_TO) {
            return;
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("pragma quick_check(1)")) {
            String answer = rows.next() ? rows.getString(1) : "no answer";
            if (!"ok".equals(answer)) {
                throw DatabaseFault.damaged(file, answer.lines().findFirst().orElse(""));
            }
        }
    }

    /** What a failure on the file means for an administrator. */
    DatabaseFault fault(Exception e) {
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
