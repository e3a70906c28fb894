package dev.quell.storage.sqlite;

import dev.quell.storage.sqlite.Schema.Found;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** One look into a service's database from another process, also while the service writes to it. Changes nothing. */
public final class SqliteReader implements AutoCloseable {

    private final SingleConnectionDataSource source;

    private SqliteReader(Connection connection) {
        this.source = new SingleConnectionDataSource(connection, true);
    }

    /**
     * Opens the database of a data directory.
     *
     * @throws DatabaseFault with a sentence that says what to do
     */
    public static SqliteReader open(Path dataDirectory) {
        Path file = DataDirectory.fileIn(dataDirectory.toAbsolutePath().normalize());
        if (!Files.exists(file)) {
            throw DatabaseFault.absent(file);
        }
        if (!Files.isReadable(file)) {
            throw DatabaseFault.unreadable(file);
        }
        Schema schema = new Schema(file);
        try {
            Connection connection = Connections.reading(file).getConnection();
            Found found = schema.look(connection);
            if (found != Found.PRESENT) {
                connection.close();
                throw fault(found, file);
            }
            return new SqliteReader(connection);
        } catch (SQLException e) {
            throw schema.fault(e);
        }
    }

    private static DatabaseFault fault(Found found, Path file) {
        return switch (found) {
            case EMPTY, PRESENT -> DatabaseFault.absent(file);
            case FOREIGN -> DatabaseFault.foreign(file);
            case OLDER -> DatabaseFault.older(file);
            case NEWER -> DatabaseFault.newer(file, Schema.VERSION);
        };
    }

    /** Questions. */
    public JdbcClient reader() {
        return JdbcClient.create(source);
    }

    @Override
    public void close() {
        source.destroy();
    }
}
