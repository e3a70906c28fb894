package dev.quell.storage.jdbc.people;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Single columns of a row as SQL has them. */
public final class Cells {

    private Cells() {}

    /** A text; empty if it is null. */
    public static String text(Map<String, @Nullable Object> row, String column) {
        Object value = row.get(column);
        return value == null ? "" : value.toString();
    }

    /** A whole number; 0 if it is null. */
    public static long number(Map<String, @Nullable Object> row, String column) {
        return row.get(column) instanceof Number value ? value.longValue() : 0;
    }

    /** A moment that is kept as epoch milliseconds; empty if it is null. */
    public static Optional<Instant> time(Map<String, @Nullable Object> row, String column) {
        return row.get(column) instanceof Number value
                ? Optional.of(Instant.ofEpochMilli(value.longValue()))
                : Optional.empty();
    }
}
