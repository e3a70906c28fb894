package dev.quell.bench;

import dev.quell.call.CallerNumber;
import dev.quell.storage.memory.CachedCallerHistory;
import dev.quell.storage.memory.Standing;
import dev.quell.storage.memory.table.TableFigures;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * What tracked callers take on the heap, and how long a verdict over them takes at the worst, beside a service that has tracked nobody yet, in the same run.
 * For example {@code java -Xmx2g -XX:+UseZGC -XX:+UseCompactObjectHeaders … dev.quell.bench.CallerMemory 5000000 20}.
 */
public final class CallerMemory {

    private static final long ROOM = 4L << 30;
    private static final int RATE = 1_000;

    private CallerMemory() {}

    /** How many callers, one million or more for a figure that means something; how many seconds of calls, 0 for none. */
    public static void main(String[] args) {
        long callers = args.length > 0 ? Long.parseLong(args[0]) : 1_000_000;
        Duration time = Duration.ofSeconds(args.length > 1 ? Long.parseLong(args[1]) : 10);
        System.out.printf(
                Locale.ROOT,
                "%s, heap %d MB%n",
                collectors(),
                Runtime.getRuntime().maxMemory() >> 20);
        if (!time.isZero()) {
            VerdictTimes.of(history(), 1, RATE, Duration.ofSeconds(3));
            calls("nobody tracked", history(), 1, time);
        }
        CachedCallerHistory history = history();
        long before = used();
        long started = System.nanoTime();
        fill(history, callers);
        long filled = System.nanoTime() - started;
        long bytes = used() - before;
        TableFigures figures = history.figures();
        System.out.printf(
                Locale.ROOT,
                "%,d callers with one or two calls: %,d MB, %.1f bytes each on the heap (%.1f as counted by the table); taken in within %.1f s%n",
                figures.callers(),
                bytes >> 20,
                (double) bytes / figures.callers(),
                (double) figures.bytes() / figures.callers(),
                filled / 1e9);
        if (!time.isZero()) {
            calls("all tracked", history, callers, time);
            started = System.nanoTime();
            history.allStale();
            System.out.printf(
                    Locale.ROOT, "all told to be stale within %.3f ms%n", (System.nanoTime() - started) / 1e6);
            calls("all stale", history, callers, time);
        }
    }

    private static CachedCallerHistory history() {
        return new CachedCallerHistory(
                new MadeUpCalls(), Standing.none(), Duration.ofDays(90), Duration.ofDays(7), ROOM);
    }

    private static void fill(CachedCallerHistory history, long callers) {
        LongStream.range(0, callers).parallel().forEach(n -> history.of(caller(n), MadeUpCalls.NOW));
    }

    static CallerNumber caller(long n) {
        return new CallerNumber.E164("+8613" + (100_000_000 + n));
    }

    private static void calls(String name, CachedCallerHistory history, long callers, Duration time) {
        long collections = collections();
        Garbage garbage = new Garbage();
        VerdictTimes times = VerdictTimes.of(history, callers, RATE, time);
        garbage.close();
        System.out.printf(
                Locale.ROOT,
                "%-15s %s; verdicts over 20 ms: %d of %d; collections meanwhile: %d; the machine's own hiccup at the worst %.1f ms%n",
                name,
                times.words(),
                times.over(Duration.ofMillis(20)),
                times.count(),
                collections() - collections,
                times.hiccup() / 1e6);
    }

    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .filter(bean -> !bean.getName().endsWith("Pauses"))
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }

    private static String collectors() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(GarbageCollectorMXBean::getName)
                .collect(Collectors.joining(", "));
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
