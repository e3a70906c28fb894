package dev.quell.storage.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The embedded database as files: for copies. */
public final class DatabaseFiles {

    /** The database's file in a data directory. */
    public static final String NAME = "quell.db";

    /** The version that this Quell knows. */
    public static final int VERSION = Schema.VERSION;

    private DatabaseFiles() {}

    /**
     * Writes the database as it is at one moment into another file, also while the service writes to it.
     *
     * @param target made anew, for its owner alone
     * @return the database's version
     * @throws DatabaseFault if there is none or it cannot be read
     */
    public static int snapshot(Path dataDirectory, Path target) {
        Path file = DataDirectory.fileIn(dataDirectory);
        if (!Files.exists(file)) {
            throw DatabaseFault.absent(file);
        }
        if (!Files.isReadable(file)) {
            throw DatabaseFault.unreadable(file);
        }
        Schema schema = new Schema(file);
        try (Connection connection = Connections.reading(file).getConnection()) {
            int version = schema.version(connection);
            copy(connection, target);
            return version;
        } catch (SQLException | IOException e) {
            throw schema.fault(e);
        }
    }

    /** SQLite writes into a file that is there if it is empty; so it has our permissions from the first byte. */
    static void copy(Connection connection, Path target) throws SQLException, IOException {
        Files.createFile(target, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (PreparedStatement vacuum = connection.prepareStatement("vacuum into ?")) {
            vacuum.setString(1, target.toString());
            vacuum.execute();
        }
    }

    /**
     * Makes sure that no service holds a data directory.
     *
     * @throws DatabaseFault if one does
     */
    public static void refuseIfHeld(Path dataDirectory) {
        if (Files.exists(dataDirectory)) {
            DataDirectory.hold(dataDirectory).close();
        }
    }
}
