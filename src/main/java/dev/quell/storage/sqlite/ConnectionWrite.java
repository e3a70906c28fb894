package dev.quell.storage.sqlite;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A change made with statements of its own, which may be kept from one run to the next: the writer has the same connection all its life. Otherwise as
 * {@link dev.quell.storage.database.Write}.
 *
 * @param <T> what it tells about itself
 */
@FunctionalInterface
public interface ConnectionWrite<T> {

    /** Makes the change; a thrown exception undoes it. */
    T run(Connection connection) throws SQLException;
}
