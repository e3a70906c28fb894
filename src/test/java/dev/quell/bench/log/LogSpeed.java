package dev.quell.bench.log;

import com.zaxxer.hikari.HikariConfig;
import dev.quell.calllog.CallLog;
import dev.quell.report.Counters;
import dev.quell.storage.counters.JdbcCounters;
import dev.quell.storage.counters.SpanWalk;
import dev.quell.storage.jdbc.JdbcCallLog;
import dev.quell.storage.postgres.PostgresDatabase;
import dev.quell.storage.sqlite.SqliteReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long the console's pages wait for a long log: each asked once with the files out of memory, and then some rounds more. */
final class LogSpeed {

    private static final double GIVEN_UP = Duration.ofSeconds(3).toMillis();

    private final JdbcClient client;
    private final CallLog log;
    private final Counters counters;
    private final List<Path> files;

    private LogSpeed(JdbcClient client, SpanWalk walk, List<Path> files) {
        this.client = client;
        this.log = new JdbcCallLog(client, walk);
        this.counters = new JdbcCounters(client);
        this.files = files;
    }

    /**
     * One page's milliseconds.
     *
     * @param cold the first time, of an embedded database from the disk
     * @param median of the rounds from memory
     * @param high at their 95th percentile
     */
    record Figures(double cold, double median, double high) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.0f | %.0f | %.0f", cold, median, high);
        }
    }

    /** Asks an embedded database. */
    static Map<String, Figures> embedded(Path directory, int rounds) {
        try (SqliteReader reader = SqliteReader.open(directory)) {
            return new LogSpeed(reader.reader(), SpanWalk.CROSS_JOIN, List.of(directory)).measure(rounds);
        }
    }

    /** When the newest call of an embedded database arrived. */
    static Instant newest(Path directory) {
        try (SqliteReader reader = SqliteReader.open(directory)) {
            return newest(reader.reader());
        }
    }

    private static Instant newest(JdbcClient client) {
        return Instant.ofEpochMilli(client.sql("select max(arrived_at) from calls")
                .query(Long.class)
                .single());
    }

    /** Asks PostgreSQL as the service does; its files stay as they are. */
    static Map<String, Figures> record(String url, int rounds) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        try (PostgresDatabase record = PostgresDatabase.of(config)) {
            return new LogSpeed(record.reader(), SpanWalk.LATERAL, List.of()).measure(rounds);
        }
    }

    private Map<String, Figures> measure(int rounds) {
        Map<String, Figures> figures = new LinkedHashMap<>();
        new Questions(log, counters, newest(client)).pages().forEach((name, page) -> {
            figures.put(name, measure(page, rounds));
            System.out.println(name + " | " + figures.get(name));
        });
        return figures;
    }

    private Figures measure(Questions.Page page, int rounds) {
        files.forEach(LogSpeed::putOutOfMemory);
        double cold = millis(page, 0);
        double[] warm = new double[rounds];
        warm[0] = millis(page, 0);
        Arrays.fill(warm, warm[0]);
        for (int round = 1; round < rounds && warm[0] < GIVEN_UP; round++) {
            warm[round] = millis(page, round);
        }
        Arrays.sort(warm);
        return new Figures(cold, warm[rounds / 2], warm[(rounds * 95 + 99) / 100 - 1]);
    }

    private static double millis(Questions.Page page, int round) {
        long began = System.nanoTime();
        page.ask(round);
        return (System.nanoTime() - began) / 1e6;
    }

    private static void putOutOfMemory(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                new ProcessBuilder("dd", "of=" + file, "oflag=nocache", "conv=notrunc", "count=0", "status=none")
                        .start()
                        .waitFor();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
