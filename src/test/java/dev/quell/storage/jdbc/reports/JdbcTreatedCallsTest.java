package dev.quell.storage.jdbc.reports;

import dev.quell.storage.database.Database;
import dev.quell.storage.sqlite.SqliteDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class JdbcTreatedCallsTest extends TreatedCallsContract {

    @TempDir
    Path directory;

    private SqliteDatabase database;

    @Override
    protected Database database() {
        if (database == null) {
            database = SqliteDatabase.open(directory, new SimpleMeterRegistry());
        }
        return database;
    }

    @AfterEach
    void close() {
        database.close();
    }
}
