package dev.quell.storage.share;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row as it is now, on its way between an instance and the others.
 *
 * @param ref which row, see {@link Kind}
 * @param instance the number of the instance where it was changed
 * @param columns the row's columns as SQL has them: text, whole numbers, real numbers, null; empty if the row is gone
 */
public record SharedRow(Kind kind, String ref, long instance, Map<String, @Nullable Object> columns) {

    public SharedRow {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }
}
