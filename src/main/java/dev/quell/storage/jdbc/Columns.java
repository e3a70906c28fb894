package dev.quell.storage.jdbc;

import org.jspecify.annotations.Nullable;

/** Takes a row's values, one column after the other. */
@FunctionalInterface
public interface Columns {

    /**
     * One column's value.
     *
     * @param value a String, Integer, Long or Double, or null
     */
    void put(String name, @Nullable Object value);
}
