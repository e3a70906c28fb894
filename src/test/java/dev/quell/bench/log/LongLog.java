package dev.quell.bench.log;

import com.zaxxer.hikari.HikariConfig;
import dev.quell.storage.counters.Folding;
import dev.quell.storage.postgres.PostgresStore;
import dev.quell.storage.postgres.RecordCounters;
import dev.quell.storage.sqlite.SqliteDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Makes a long call log. Arguments: how many calls, as {@code 10000000}; where: a directory for an embedded database, which is only counted if it is there already, or
 * {@code jdbc:postgresql:…} of an empty database with the record's schema or without.
 */
public final class LongLog {

    private static final int TELL = 250_000;
    private static final int TELL_SLICES = 200;

    private final long calls;
    private final Instant end;

    private LongLog(long calls, Instant end) {
        this.calls = calls;
        this.end = end;
    }

    /** Makes it, and tells how far it is. */
    public static void main(String[] args) throws IOException, SQLException {
        LongLog log =
                new LongLog(Long.parseLong(args[0]), Clock.systemUTC().instant().truncatedTo(ChronoUnit.HOURS));
        long began = System.nanoTime();
        if (args[1].startsWith("jdbc:postgresql:")) {
            log.postgres(args[1]);
        } else if (Files.exists(Path.of(args[1], "quell.db"))) {
            count(Path.of(args[1]));
        } else {
            log.sqlite(Path.of(args[1]));
        }
        System.out.printf("%,d calls in %.0f s%n", log.calls, (System.nanoTime() - began) / 1e9);
    }

    private void fill(RowSink sink) {
        long[] made = {0};
        new MadeUpLog(calls, end).rows(row -> {
            sink.put(row);
            if (++made[0] % TELL == 0) {
                System.out.printf("%,d of %,d calls%n", made[0], calls);
            }
        });
    }

    private void sqlite(Path directory) throws SQLException, IOException {
        SqliteDatabase.open(Files.createDirectories(directory), new SimpleMeterRegistry())
                .close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("quell.db"))) {
            Later later = Later.than(
                    connection,
                    List.of("pragma journal_mode = off", "pragma synchronous = off", "pragma cache_size = -1000000"));
            try (SqliteSink sink = new SqliteSink(connection)) {
                fill(sink);
            }
            later.make(sql -> System.out.println(sql.lines().findFirst().orElse("")));
        }
        count(directory);
    }

    /** Counts the calls of an embedded database beforehand, those of the last minutes left out as a service leaves them out. */
    static void count(Path directory) {
        try (SqliteDatabase database = SqliteDatabase.open(directory, new SimpleMeterRegistry())) {
            Folding folding = new Folding(database);
            folding.shift(Folding.shift(MadeUpLog.ZONE, Instant.EPOCH));
            long slices = 0;
            while (folding.advance(Folding.upTo(Clock.systemUTC().instant())) || folding.fill()) {
                if (++slices % TELL_SLICES == 0) {
                    System.out.printf("counted: %,d slices%n", slices);
                }
            }
        }
    }

    private void postgres(String url) throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        try (PostgresStore store = new PostgresStore(config, Clock.systemUTC())) {
            store.prepare();
            store.partitions()
                    .need(LongStream.rangeClosed(0, MadeUpLog.DAYS)
                            .mapToObj(day -> end.minus(Duration.ofDays(day)).toEpochMilli())
                            .toList());
        }
        run(url, "alter table calls disable trigger user");
        try (Connection connection = DriverManager.getConnection(url);
                CopySink sink = new CopySink(connection)) {
            fill(sink);
        }
        run(url, "alter table calls enable trigger user", "analyze calls");
        try (PostgresStore store = new PostgresStore(config, Clock.systemUTC())) {
            RecordCounters counters = new RecordCounters(store.database());
            counters.shift(Folding.shift(MadeUpLog.ZONE, Instant.EPOCH));
            for (int slices = 1; counters.fill(); slices++) {
                if (slices % TELL_SLICES == 0) {
                    System.out.printf("counted: %,d slices%n", slices);
                }
            }
        }
        run(url, "vacuum analyze");
    }

    private static void run(String url, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                System.out.println(sql);
                statement.execute(sql);
            }
        }
    }
}
