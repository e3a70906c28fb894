package dev.quell.storage;

import dev.quell.storage.database.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A contract of a port, to be kept over every database. A subclass says over which. */
abstract class StoreContract {

    private Database database;

    /** A new, empty database. */
    abstract Database open();

    abstract void close(Database database);

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
