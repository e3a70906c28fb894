package dev.quell.bench.page;

import java.util.List;
import java.util.function.DoubleFunction;

/**
 * A measured figure that the capacity page rests on.
 *
 * @param letter its name in the arithmetic
 * @param show the figure in words
 */
record Need(String letter, String key, String words, DoubleFunction<String> show) {

    static List<Need> all() {
        return List.of(
                new Need(
                        "a",
                        "steady.cpu.us",
                        "processor time a call at 1,000 calls/s: verdict, log, end, database",
                        us -> Text.of("%.0f µs", us)),
                new Need("b", "caller.bytes", "heap a tracked caller", bytes -> Text.of("%.0f bytes", bytes)),
                new Need("c", "held.heap.bytes", "heap a caller who is listened to", Text::bytes),
                new Need("d", "journal.bytes", "journal a verdict", bytes -> Text.of("%.0f bytes", bytes)),
                new Need(
                        "e",
                        "steady.disk.bytes",
                        "database a call with its end",
                        bytes -> Text.of("%.0f bytes", bytes)));
    }
}
