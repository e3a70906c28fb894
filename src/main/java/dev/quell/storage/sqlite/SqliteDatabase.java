package dev.quell.storage.sqlite;

import dev.quell.storage.database.Database;
import dev.quell.storage.database.Write;
import dev.quell.storage.sqlite.read.Readers;
import dev.quell.storage.sqlite.read.ReadersKind;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The embedded database of one service: an SQLite file in its data directory, held by this process alone. */
public final class SqliteDatabase implements Database, AutoCloseable {

    private static final int QUEUE = 10_000;

    private final DataDirectory directory;
    private final GroupCommitWriter writer;
    private final Map<ReadersKind, Readers> readers = new EnumMap<>(ReadersKind.class);
    private final JdbcClient reader;
    private final ExecutorService completions = Executors.newVirtualThreadPerTaskExecutor();

    private SqliteDatabase(DataDirectory directory, MeterRegistry registry) throws SQLException {
        this.directory = directory;
        WriterConnection connection = new WriterConnection(Connections.writing(directory.file()));
        this.writer = new GroupCommitWriter(connection, QUEUE, registry, completions);
        for (ReadersKind kind : ReadersKind.values()) {
            readers.put(kind, new Readers(kind, Connections.reading(directory.file()), registry));
        }
        this.reader = readers(ReadersKind.SERVICE).client();
    }

    /**
     * Opens the database of a data directory; makes it if it is not there, and brings an older one up to date.
     *
     * @throws DatabaseFault with a sentence that says what to do
     */
    public static SqliteDatabase open(Path dataDirectory, MeterRegistry registry) {
        DataDirectory directory =
                DataDirectory.hold(dataDirectory.toAbsolutePath().normalize());
        try {
            new Schema(directory.file()).migrate();
            return new SqliteDatabase(directory, registry);
        } catch (SQLException e) {
            directory.close();
            throw DatabaseFault.unusable(directory.file(), e);
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** For the service's own work. */
    @Override
    public JdbcClient reader() {
        return reader;
    }

    /** The readers of those who ask. */
    public Readers readers(ReadersKind kind) {
        return Objects.requireNonNull(readers.get(kind));
    }

    /** This database, with the readers of those who ask. */
    public Database askedBy(ReadersKind kind) {
        return new AskedBy(this, readers(kind).client());
    }

    @Override
    public <T> CompletableFuture<T> write(Write<T> change) {
        return writer.submit(change);
    }

    /** Hands a change over that has statements of its own. */
    public <T> CompletableFuture<T> writeOn(ConnectionWrite<T> change) {
        return writer.submitOn(change);
    }

    /** Whether a change failed because of what was to be written, and would again. */
    public static boolean isRefused(Throwable failure) {
        return SqliteFault.isRefusal(failure);
    }

    /** Whether a change failed because nothing at all can be written now, whatever it is. */
    public static boolean takesNothing(Throwable failure) {
        return switch (SqliteFault.of(failure)) {
            case FULL, BUSY, READ_ONLY, CANNOT_OPEN, NOT_A_DATABASE -> true;
            case IO, CORRUPT, OTHER -> false;
        };
    }

    /** What is wrong with writing and what to do about it; empty if all is well. */
    public String fault() {
        return writer.fault();
    }

    /** Writes what waits, and lets the directory go. The readers go first: the last writer to leave folds SQLite's log into the file. */
    @Override
    public void close() {
        readers.values().forEach(Readers::close);
        writer.close();
        completions.close();
        directory.close();
    }

    /**
     * A database with one way in and other readers.
     *
     * @param database takes the changes
     * @param reader asks
     */
    private record AskedBy(Database database, JdbcClient reader) implements Database {
        @Override
        public <T> CompletableFuture<T> write(Write<T> change) {
            return database.write(change);
        }
    }
}
