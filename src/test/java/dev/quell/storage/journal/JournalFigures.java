package dev.quell.storage.journal;

import dev.quell.call.CallOutcome;
import dev.quell.call.CallToken;
import dev.quell.call.CallerNumber;
import dev.quell.call.CaseNumber;
import dev.quell.classifier.Action;
import dev.quell.classifier.CallClass;
import dev.quell.classifier.Verdict;
import dev.quell.screening.CallConcluded;
import dev.quell.screening.CallScreened;
import dev.quell.storage.Calls;
import dev.quell.storage.counters.Folding;
import dev.quell.storage.jdbc.JdbcCallJournal;
import dev.quell.storage.memory.RecordListener;
import dev.quell.storage.memory.SharedCalls;
import dev.quell.storage.sqlite.SqliteDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** How fast verdicts become durable and are taken in. First argument: how many; second: an empty directory; third: how many write at once; fourth: how many verdicts a second, each with its end, 0 for as fast as can be; fifth: {@code counted} if they are counted beforehand as well, afterwards as if their time had come. */
final class JournalFigures {

    private static final long SEGMENT = 16 << 20;
    private static final String BASE32 = "234567abcdefghijklmnopqrstuvwxyz";

    private JournalFigures() {}

    static void main(String[] args) throws Exception {
        int rows = Integer.parseInt(args[0]);
        Path directory = Files.createDirectories(Path.of(args[1]));
        int writers = args.length > 2 ? Integer.parseInt(args[2]) : 64;
        int perSecond = args.length > 3 ? Integer.parseInt(args[3]) : 0;
        boolean counted = args.length > 4 && args[4].equals("counted");
        run(directory.resolve("warm"), Math.min(rows, 20_000), writers, 0, counted);
        System.out.println(run(directory.resolve("measured"), rows, writers, perSecond, counted));
    }

    private static String run(Path directory, int rows, int writers, int perSecond, boolean counted) throws Exception {
        long space = (2 + rows / 8_000) * SEGMENT;
        try (SqliteDatabase database = SqliteDatabase.open(directory, new SimpleMeterRegistry());
                Journal journal = Journal.open(directory, space, Journal.SOON, database, new SimpleMeterRegistry())) {
            while (made(directory.resolve("journal")) < space) {
                Thread.onSpinWait();
            }
            JournaledCalls calls =
                    new JournaledCalls(journal, new JdbcCallJournal(database), SharedCalls.none(), new Deaf());
            long[] nanos = new long[rows];
            long started = System.nanoTime();
            write(calls, nanos, writers, perSecond, Clock.systemUTC().instant());
            double appending = (System.nanoTime() - started) / 1e9;
            while (!journal.settle()) {
                Thread.onSpinWait();
            }
            double all = (System.nanoTime() - started) / 1e9;
            long size = Files.size(directory.resolve("quell.db")) + Files.size(directory.resolve("quell.db-wal"));
            Arrays.sort(nanos);
            double taking = cpuOf("quell-writer");
            double beside = cpuOf("quell-intake");
            Folding folding = new Folding(database);
            Instant end = Clock.systemUTC().instant().plusMillis(rows);
            for (boolean more = counted; more; ) {
                more = folding.advance(end);
            }
            return String.format(
                    Locale.ROOT,
                    "rows=%d writers=%d appends_per_s=%.0f p50_us=%.0f p99_us=%.0f p999_us=%.0f worst_us=%.0f take_in_per_s=%.0f take_in_cpu_us=%.1f beside_cpu_us=%.1f counting_cpu_us=%.1f bytes_per_row=%.0f",
                    rows,
                    writers,
                    rows / appending,
                    nanos[rows / 2] / 1e3,
                    nanos[rows * 99 / 100] / 1e3,
                    nanos[(int) (rows * 999L / 1000)] / 1e3,
                    nanos[rows - 1] / 1e3,
                    rows / all,
                    taking / 1e3 / rows,
                    beside / 1e3 / rows,
                    (cpuOf("quell-writer") - taking) / 1e3 / rows,
                    (double) size / rows);
        }
    }

    private static long made(Path journal) throws IOException {
        try (Stream<Path> segments = Files.list(journal)) {
            return segments.mapToLong(segment -> segment.toFile().length()).sum();
        }
    }

    private static void write(JournaledCalls calls, long[] nanos, int writers, int perSecond, Instant first)
            throws Exception {
        AtomicInteger next = new AtomicInteger();
        long begun = System.nanoTime();
        List<Future<?>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < writers; i++) {
                all.add(threads.submit(() -> {
                    for (int n = next.getAndIncrement(); n < nanos.length; n = next.getAndIncrement()) {
                        CallScreened call = call(n, first);
                        if (perSecond > 0) {
                            LockSupport.parkNanos(begun + n * 1_000_000_000L / perSecond - System.nanoTime());
                        }
                        long started = System.nanoTime();
                        calls.write(call, Duration.ofSeconds(10));
                        nanos[n] = System.nanoTime() - started;
                        if (perSecond > 0) {
                            calls.concluded(
                                    Calls.concluded(call, suspected(n) ? CallOutcome.SILENT : CallOutcome.GOOD_TALK));
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
    }

    /** One in twenty. */
    private static boolean suspected(int n) {
        return n % 20 == 0;
    }

    private static Verdict verdict(int n) {
        Verdict tagged = Calls.verdict(Action.TAG, CallClass.SILENT);
        return suspected(n)
                ? tagged
                : new Verdict(Action.PASS, CallClass.NORMAL, 0.1, tagged.symbols(), tagged.cause(), tagged.version());
    }

    /** Five calls a caller. */
    private static CallScreened call(int n, Instant first) {
        CallScreened call = Calls.screened(
                n,
                Calls.incoming(n, new CallerNumber.E164("+86138" + (10_000_000 + n % 200_000)), first.plusMillis(n)),
                verdict(n));
        return new CallScreened(
                call.call(),
                token(n),
                new CaseNumber(String.format(Locale.ROOT, "%08d", 12_300_000L + new Random(n).nextInt(100_000))),
                call.verdict(),
                call.applied(),
                call.appliedBecause(),
                call.talkThreshold(),
                call.keyLeadsToQueue(),
                call.label(),
                call.took());
    }

    /** As the service draws them: the time first, a thousand calls a second. */
    private static CallToken token(int n) {
        StringBuilder value = new StringBuilder(26);
        for (int shift = 25; shift >= 0; shift -= 5) {
            value.append(BASE32.charAt((n / 1_000) >>> shift & 31));
        }
        Random random = new Random(n);
        while (value.length() < 26) {
            value.append(BASE32.charAt(random.nextInt(32)));
        }
        return new CallToken(value.toString());
    }

    /** Processor time of a thread of this process, nanoseconds. */
    private static double cpuOf(String name) {
        var threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().equals(name))
                .mapToLong(thread -> threads.getThreadCpuTime(thread.getThreadId()))
                .max()
                .orElse(0);
    }

    /** Hears nothing. */
    private static final class Deaf implements RecordListener {
        @Override
        public void screened(CallScreened screened) {}

        @Override
        public void concluded(CallConcluded concluded) {}

        @Override
        public void flagged(CallerNumber caller) {}
    }
}
