package dev.quell.storage.evidence;

import dev.quell.blocklist.ListPattern;
import dev.quell.call.CallOutcome;
import dev.quell.classifier.Language;
import dev.quell.evidence.EvidenceSettings;
import dev.quell.evidence.pack.MadePack;
import dev.quell.evidence.pack.PackCheck;
import dev.quell.evidence.pack.PackFinding;
import dev.quell.evidence.pack.PackOrder;
import dev.quell.evidence.pack.Packs;
import dev.quell.storage.Calls;
import dev.quell.storage.jdbc.JdbcVersionBook;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.util.unit.DataSize;

/** How long a pack of many calls takes, and how much memory. {@code make COUNT DIRECTORY} makes one, {@code check PACK} looks through it. */
final class PackFigures {

    private static final int GROUP = 500;

    private PackFigures() {}

    static void main(String[] args) throws Exception {
        long started = System.nanoTime();
        if (args[0].equals("make")) {
            make(Integer.parseInt(args[1]), Files.createDirectories(Path.of(args[2])));
        } else {
            List<PackFinding> findings = PackCheck.of(Path.of(args[1]), Optional.empty());
            findings.forEach(
                    finding -> System.out.println((finding.holds() ? "holds " : "FAILS ") + finding.sentence()));
        }
        System.out.printf(
                "%s: %d ms, heap at most %d MB of %d MB%n",
                args[0],
                Duration.ofNanos(System.nanoTime() - started).toMillis(),
                ManagementFactory.getMemoryPoolMXBeans().stream()
                                .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                                .map(MemoryPoolMXBean::getPeakUsage)
                                .mapToLong(java.lang.management.MemoryUsage::getUsed)
                                .sum()
                        >> 20,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private static void make(int count, Path directory) throws Exception {
        try (Recorded recorded = Recorded.open(directory)) {
            for (int from = 1; from <= count; from += GROUP) {
                write(recorded, from, Math.min(count, from + GROUP - 1));
            }
            recorded.tell();
            try (MadePack pack = packs(recorded, directory, count).make(order(), done -> {})) {
                Path kept = directory.resolve("pack.zip");
                Files.copy(pack.file(), kept, StandardCopyOption.REPLACE_EXISTING);
                System.out.printf("%s: %d calls, %d bytes%n", kept, pack.calls(), pack.bytes());
            }
        }
    }

    private static void write(Recorded recorded, int from, int to) {
        CompletableFuture<?> last = CompletableFuture.completedFuture(null);
        for (int n = from; n <= to; n++) {
            last = recorded.opened().calls().screened(Calls.screened(n));
        }
        last.join();
        for (int n = from; n <= to; n++) {
            last = recorded.opened().calls().concluded(Calls.concluded(Calls.screened(n), CallOutcome.SILENT));
        }
        last.join();
        recorded.opened().journal().settle();
    }

    private static PackOrder order() {
        return new PackOrder(
                new ListPattern.Exact(Calls.CALLER),
                Calls.NOW.minusSeconds(60),
                Calls.NOW.plusSeconds(60),
                Language.ENGLISH,
                "Wang Fang",
                "police file 2026-118",
                "token:police");
    }

    private static Packs packs(Recorded recorded, Path directory, int most) {
        EvidenceSettings settings = new EvidenceSettings(
                directory.resolve("evidence-key"),
                most,
                DataSize.ofMegabytes(256),
                "",
                new EvidenceSettings.Recordings("", "{id}.wav"),
                new EvidenceSettings.Webhook("", false),
                new EvidenceSettings.Kept(Duration.ofDays(7), DataSize.ofMegabytes(256)));
        return new Packs(
                recorded.evidence(),
                settings,
                new JdbcVersionBook(recorded.opened().database()),
                recorded.keys(),
                Clock.fixed(Calls.NOW.plus(Duration.ofDays(1)), ZoneOffset.UTC));
    }
}
