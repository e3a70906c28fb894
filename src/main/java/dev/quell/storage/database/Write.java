package dev.quell.storage.database;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One change to the database, made whole or not at all. It may be tried twice, so it must have no other effect.
 *
 * @param <T> what it tells about itself
 */
@FunctionalInterface
public interface Write<T> {

    /** Makes the change on the writer's connection; a thrown exception undoes it and leaves the other changes of its group alone. */
    T run(JdbcClient connection);
}
