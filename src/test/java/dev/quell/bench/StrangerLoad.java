package dev.quell.bench;

import dev.quell.call.CallerNumber;
import dev.quell.storage.database.Database;
import dev.quell.storage.jdbc.JdbcPastCalls;
import dev.quell.storage.jdbc.JdbcStoredPages;
import dev.quell.storage.memory.CachedCallerHistory;
import dev.quell.storage.memory.PastCalls;
import dev.quell.storage.memory.Standing;
import dev.quell.storage.memory.filter.FilteredPastCalls;
import dev.quell.storage.memory.filter.StoredCallers;
import dev.quell.storage.sqlite.SqliteDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.util.FileSystemUtils;

/** What the first question about somebody who never called costs over a database with the calls of many others, with and without knowing of whom it has any. */
public final class StrangerLoad {

    private static final int STRANGERS = 20_000;
    private static final Duration DAYS = Duration.ofDays(90);

    private StrangerLoad() {}

    /** How many callers the database has; each has one call. */
    public static void main(String[] args) throws IOException {
        int callers = args.length > 0 ? Integer.parseInt(args[0]) : 200_000;
        Path directory = Files.createTempDirectory("quell-bench");
        try (SqliteDatabase database = SqliteDatabase.open(directory, new SimpleMeterRegistry())) {
            fill(database, callers);
            PastCalls past = new JdbcPastCalls(database.reader());
            StoredCallers stored = new StoredCallers();
            measure("warm-up", past, 0);
            double without = measure("each looked for", past, STRANGERS);
            long started = System.nanoTime();
            stored.fill(new JdbcStoredPages(database.reader()), () -> true);
            System.out.printf(
                    Locale.ROOT,
                    "filter of %,d callers filled in %.1f ms%n",
                    callers,
                    (System.nanoTime() - started) / 1e6);
            double with = measure("with the filter", new FilteredPastCalls(past, stored), 2 * STRANGERS);
            System.out.printf(
                    Locale.ROOT, "the first question about a stranger: %.3f of the time without%n", with / without);
        } finally {
            FileSystemUtils.deleteRecursively(directory);
        }
    }

    private static void fill(Database database, int callers) {
        database.write(connection -> connection
                        .sql("""
                                with recursive n (i) as (select 1 union all select i + 1 from n where i < :callers)
                                insert into calls (id, arrived_at, caller, line, trunk, channel)
                                select 'pbx:1763800000.' || i, :at + i, '+8613' || (100000000 + i * 7919 % 899999999), '4001', 'carrier', '' from n""")
                        .param("callers", callers)
                        .param("at", MadeUpCalls.NOW.minus(Duration.ofDays(30)).toEpochMilli())
                        .update())
                .join();
    }

    private static double measure(String name, PastCalls past, int from) {
        CachedCallerHistory history = new CachedCallerHistory(past, Standing.none(), DAYS, DAYS, 1L << 30);
        long[] nanos = IntStream.range(0, STRANGERS)
                .mapToLong(n -> {
                    long started = System.nanoTime();
                    history.of(new CallerNumber.E164("+4930" + (10_000_000 + from + n)), MadeUpCalls.NOW);
                    return System.nanoTime() - started;
                })
                .sorted()
                .toArray();
        double mean = Arrays.stream(nanos).average().orElseThrow() / 1e3;
        System.out.printf(
                Locale.ROOT,
                "%-16s mean %.1f µs, p50 %.1f µs, p99 %.1f µs, worst %.1f µs%n",
                name,
                mean,
                nanos[STRANGERS / 2] / 1e3,
                nanos[STRANGERS * 99 / 100] / 1e3,
                nanos[STRANGERS - 1] / 1e3);
        return mean;
    }
}
