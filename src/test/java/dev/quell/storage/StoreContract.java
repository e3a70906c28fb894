package dev.quell.storage;

import dev.quell.screening.CallJournal;
import dev.quell.storage.counters.SpanWalk;
import dev.quell.storage.database.Database;
import dev.quell.storage.jdbc.JdbcCallJournal;
import dev.quell.storage.jdbc.JdbcCallLog;
import dev.quell.storage.sqlite.SqliteDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A contract of a port, to be kept over every database. A subclass says over which. */
abstract class StoreContract {

    private Database database;

    /** A new, empty database. */
    abstract Database open();

    abstract void close(Database database);

    /** The journal that writes calls into it. */
    CallJournal journalOver(Database over) {
        return new JdbcCallJournal(over);
    }

    /** The call log as the database is asked for it. */
    final JdbcCallLog callLog() {
        return new JdbcCallLog(database.reader(), walk());
    }

    /** The same with other bounds of what is summed up. */
    final JdbcCallLog callLog(int few, int most) {
        return new JdbcCallLog(database.reader(), walk(), few, most);
    }

    private SpanWalk walk() {
        return database instanceof SqliteDatabase ? SpanWalk.CROSS_JOIN : SpanWalk.LATERAL;
    }

    final Database database() {
        return database;
    }

    @BeforeEach
    final void openDatabase() {
        database = open();
    }

    @AfterEach
    final void closeDatabase() {
        close(database);
    }
}
