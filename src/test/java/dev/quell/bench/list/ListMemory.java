package dev.quell.bench.list;

import dev.quell.blocklist.BlockList;
import dev.quell.blocklist.BlockListSettings;
import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListEntry.Origin;
import dev.quell.blocklist.ListKeeping;
import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListPattern;
import dev.quell.call.CallSettings;
import dev.quell.call.CallerNumber;
import dev.quell.history.CallerProfile;
import dev.quell.storage.jdbc.JdbcListStore;
import dev.quell.storage.sqlite.SqliteDatabase;
import dev.quell.testing.ShippedSettings;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * What a list of a length costs: reading it from a database file, heap an entry beside a plain map of the same entries, a change in memory, a look-up.
 * Arguments: how many entries (1000000), a directory for the file (a temporary one). Prints one line of {@code name=value}, the map's figures as the baseline.
 */
public final class ListMemory {

    private static final int ASKED = 2_000_000;
    private static final int CHANGES = 20_000;

    private ListMemory() {}

    /** Measures and prints. */
    public static void main(String[] args) throws Exception {
        long entries = args.length > 0 ? Long.parseLong(args[0]) : 1_000_000;
        Path directory = args.length > 1 ? Path.of(args[1]) : Files.createTempDirectory("quell-lists");
        try (SqliteDatabase database = LongList.open(directory, entries)) {
            measure(database, entries);
        }
    }

    private static void measure(SqliteDatabase database, long entries) throws InterruptedException {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("entries", (double) entries);
        load(database);
        load(database);
        long before = heap();
        long busy = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long started = System.nanoTime();
        ListKeeping lists = load(database);
        figures.put("load_ms", (System.nanoTime() - started) / 1e6);
        figures.put("load_busy_ms", (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - busy) / 1e6);
        figures.put("heap_bytes", (double) (heap() - before));
        figures.put("change_ns", changes(lists, entries));
        before = heap();
        Map<String, ListEntry> plain = plain(entries);
        figures.put("map_bytes", (double) (heap() - before));
        for (int i = 0; i < 3; i++) {
            figures.put("map_hit_ns", asked(plain, entries));
            figures.put("hit_ns", asked(lists.lists(), entries, LongList::listed));
            figures.put("miss_ns", asked(lists.lists(), entries, LongList::unlisted));
            long prefixes = Math.max(1, Math.min(1000, entries / 1000));
            figures.put("prefix_ns", asked(lists.lists(), prefixes, ListMemory::ofPrefix));
        }
        figures.forEach((name, value) -> System.out.printf(Locale.ROOT, "%s=%.0f ", name, value));
        System.out.println();
    }

    static CallerNumber ofPrefix(long place) {
        return new CallerNumber.E164(LongList.prefix(place).replace("*", "77"));
    }

    static ListKeeping load(SqliteDatabase database) {
        return ListKeeping.over(
                new JdbcListStore(database),
                (caller, at) -> CallerProfile.stranger(at),
                ShippedSettings.of("quell.blocklist", BlockListSettings.class),
                ShippedSettings.of("quell.call", CallSettings.class),
                Clock.fixed(LongList.NOW, ZoneOffset.UTC));
    }

    private static double changes(ListKeeping lists, long entries) {
        double nanos = 0;
        for (int round = 0; round < 3; round++) {
            long started = System.nanoTime();
            for (int i = 0; i < CHANGES; i++) {
                lists.entered(entry(entries * 2 + i, LongList.unlisted(entries + i)));
            }
            nanos = (double) (System.nanoTime() - started) / CHANGES;
        }
        return nanos;
    }

    private static Map<String, ListEntry> plain(long entries) {
        Map<String, ListEntry> plain = new HashMap<>();
        for (long i = 0; i < entries; i++) {
            ListEntry entry = entry(i + 1, LongList.listed(i));
            plain.put(entry.pattern().text(), entry);
        }
        return plain;
    }

    private static ListEntry entry(long id, CallerNumber caller) {
        Instant end = LongList.NOW.plus(Duration.ofDays(1));
        return new ListEntry(
                id,
                ListKind.BLOCK,
                new ListPattern.Exact(caller),
                "complaint no. " + id,
                "import",
                Origin.MANUAL,
                LongList.NOW,
                Optional.of(end),
                0);
    }

    static double asked(BlockList lists, long entries, LongFunction<CallerNumber> caller) {
        CallerNumber[] callers = callers(entries, caller);
        long found = 0;
        long started = System.nanoTime();
        for (int i = 0; i < ASKED; i++) {
            found += lists.match(callers[i % callers.length], LongList.NOW).isPresent() ? 1 : 0;
        }
        long took = System.nanoTime() - started;
        if (found != 0 && found != ASKED) {
            throw new IllegalStateException(found + " of " + ASKED + " found");
        }
        return (double) took / ASKED;
    }

    private static double asked(Map<String, ListEntry> plain, long entries) {
        CallerNumber[] callers = callers(entries, LongList::listed);
        long found = 0;
        long started = System.nanoTime();
        for (int i = 0; i < ASKED; i++) {
            found += plain.get(callers[i % callers.length].key()) == null ? 0 : 1;
        }
        return found == ASKED ? (double) (System.nanoTime() - started) / ASKED : Double.NaN;
    }

    private static CallerNumber[] callers(long entries, LongFunction<CallerNumber> caller) {
        CallerNumber[] callers = new CallerNumber[200_000];
        for (int i = 0; i < callers.length; i++) {
            callers[i] = caller.apply((i * 7919L) % entries);
        }
        return callers;
    }

    /** Live heap after collections, in bytes. */
    private static long heap() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(50);
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
