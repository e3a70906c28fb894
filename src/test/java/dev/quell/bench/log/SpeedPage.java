package dev.quell.bench.log;

import dev.quell.bench.log.LogSpeed.Figures;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Writes how fast the console's pages are over a long log. Arguments: the page to write; the directory of an embedded database; then, if PostgreSQL is
 * measured too, its {@code jdbc:postgresql:…}. Both as {@link LongLog} makes them.
 */
public final class SpeedPage {

    private static final int ROUNDS = 20;

    private SpeedPage() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Map<String, Figures> embedded = LogSpeed.embedded(Path.of(args[1]), ROUNDS);
        Map<String, Figures> record = args.length > 2 ? LogSpeed.record(args[2], ROUNDS) : Map.of();
        StringBuilder page = new StringBuilder(words());
        page.append(String.format(
                Locale.ROOT,
                "%nThe machine has %d processors; at the end of the measurement its load average was %.0f.%n",
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        page.append("\n| page | SQLite, from disk | p50 | p95 |")
                .append(record.isEmpty() ? "\n" : " PostgreSQL, first | p50 | p95 |\n");
        page.append("|---|---:|---:|---:|").append(record.isEmpty() ? "\n" : "---:|---:|---:|\n");
        embedded.forEach((name, figures) -> page.append("| ")
                .append(name)
                .append(" | ")
                .append(figures)
                .append(record.containsKey(name) ? " | " + record.get(name) : "")
                .append(" |\n"));
        page.append(pages(Path.of(args[1])));
        Files.writeString(Path.of(args[0]), page);
    }

    private static String pages(Path data) throws IOException, InterruptedException {
        StringBuilder rows = new StringBuilder("""

                ## Whole pages

                The service itself with 512 MB over the same database; each page asked for over HTTP by an admin who is signed in, as text, without what it goes on to load.

                | page | first | p50 | p95 |
                |---|---:|---:|---:|
                """);
        PageTimes.measure(data, LogSpeed.newest(data), ROUNDS)
                .forEach((name, waits) -> rows.append(String.format(
                        Locale.ROOT,
                        "| %s | %.0f | %.0f | %.0f |%n",
                        name,
                        waits.first(),
                        waits.median(),
                        waits.high())));
        return rows.toString();
    }

    private static String words() throws IOException {
        try (InputStream in = Objects.requireNonNull(SpeedPage.class.getResourceAsStream("/bench/console-speed.md"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
