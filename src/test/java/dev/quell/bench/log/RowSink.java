package dev.quell.bench.log;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes rows of {@code calls}, all with the same columns in the same order. */
interface RowSink {

    void put(Map<String, @Nullable Object> row);
}
