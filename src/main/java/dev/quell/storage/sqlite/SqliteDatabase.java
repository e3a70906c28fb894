package dev.quell.storage.sqlite;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.quell.storage.database.Database;
import dev.quell.storage.database.Write;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The embedded database of one service: an SQLite file in its data directory, held by this process alone. */
public final class SqliteDatabase implements Database, AutoCloseable {

    private static final int QUEUE = 10_000;
    private static final int READERS = 8;
    private static final Duration READER_WAIT = Duration.ofSeconds(1);

    private final DataDirectory directory;
    private final GroupCommitWriter writer;
    private final HikariDataSource pool;
    private final JdbcClient reader;
    private final ExecutorService completions = Executors.newVirtualThreadPerTaskExecutor();

    private SqliteDatabase(DataDirectory directory, MeterRegistry registry) throws SQLException {
        this.directory = directory;
        WriterConnection connection = new WriterConnection(Connections.writing(directory.file()));
        this.writer = new GroupCommitWriter(connection, QUEUE, registry, completions);
        this.pool = pool(directory.file());
        this.reader = JdbcClient.create(pool);
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

    private static HikariDataSource pool(Path file) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("quell-readers");
        config.setDataSource(Connections.reading(file));
        config.setReadOnly(true);
        config.setMaximumPoolSize(READERS);
        config.setConnectionTimeout(READER_WAIT.toMillis());
        config.setMaxLifetime(0);
        return new HikariDataSource(config);
    }

    @Override
    public JdbcClient reader() {
        return reader;
    }

    /** The pool of readers. */
    public DataSource readers() {
        return pool;
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

    /** What is wrong with writing and what to do about it; empty if all is well. */
    public String fault() {
        return writer.fault();
    }

    /** Writes what waits, and lets the directory go. The readers go first: the last writer to leave folds SQLite's log into the file. */
    @Override
    public void close() {
        pool.close();
        writer.close();
        completions.close();
        directory.close();
    }
}
