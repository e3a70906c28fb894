package dev.quell.storage.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** How the database file is opened. */
final class Connections {

    private static final int BUSY_MILLIS = 500;
    /** The writer's pages in memory: the indices by caller are written all over. */
    private static final int CACHE_KIB = 16 << 10;
    /** 16 MB of log before it is folded into the file: pages that are written again and again meanwhile are folded in once. */
    private static final String CHECKPOINT_PAGES = "4000";

    private Connections() {}

    /** The writer's: a commit returns when the log is on the disk. */
    static Connection writing(Path file) throws SQLException {
        SQLiteConfig config = config();
        config.setCacheSize(-CACHE_KIB);
        config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, CHECKPOINT_PAGES);
        return dataSource(file, config).getConnection();
    }

    /** For the migrations. */
    static SQLiteDataSource migrating(Path file) {
        return dataSource(file, config());
    }

    /** Cannot write whatever is asked of it. */
    static SQLiteDataSource reading(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.setReadOnly(true);
        return dataSource(file, config);
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setJournalSizeLimit(64 << 20);
        config.setGetGeneratedKeys(false);
        return config;
    }

    private static SQLiteDataSource dataSource(Path file, SQLiteConfig config) {
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        return source;
    }
}
