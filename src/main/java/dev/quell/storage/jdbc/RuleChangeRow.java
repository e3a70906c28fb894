package dev.quell.storage.jdbc;

import dev.quell.tuning.Revision;
import dev.quell.tuning.TuningText;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How saved rules are read from their columns. */
public final class RuleChangeRow {

    private RuleChangeRow() {}

    /**
     * The revision of some columns.
     *
     * @throws IllegalArgumentException if they are none that this version knows
     */
    public static Revision read(Map<String, @Nullable Object> row) {
        return new Revision(
                text(row, "id"),
                Instant.ofEpochMilli(row.get("at") instanceof Number at ? at.longValue() : 0),
                text(row, "author"),
                text(row, "note"),
                TuningText.read(text(row, "settings")));
    }

    private static String text(Map<String, @Nullable Object> row, String column) {
        return String.valueOf(row.get(column));
    }
}
