package dev.quell.storage.counters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.report.Counters.Word;
import dev.quell.storage.sqlite.SqliteDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** After {@code kill -9} each ended call is counted, once. */
class CountersKillTest {

    private static final Instant FROM = Instant.parse("2026-11-20T00:00:00Z");

    @TempDir
    Path directory;

    @RepeatedTest(3)
    void eachEndedCallIsCountedOnce() throws Exception {
        writeAndKill(50 + new Random().nextInt(200));

        try (SqliteDatabase database = SqliteDatabase.open(directory, new SimpleMeterRegistry())) {
            long ended = database.reader()
                    .sql("select count(*) from calls where ended_at is not null")
                    .query(Long.class)
                    .single();
            assertThat(ended).isGreaterThanOrEqualTo(50);
            assertThat(silent(database)).isEqualTo(ended);
            Folding folding = new Folding(database);
            assertThat(folding.fold()).isFalse();
            assertThat(silent(database)).isEqualTo(ended);
        }
    }

    private static long silent(SqliteDatabase database) {
        return new JdbcCounters(database.reader())
                .words(Word.OUTCOME, FROM, FROM.plus(Duration.ofDays(1))).stream()
                        .filter(count -> count.word().equals("SILENT"))
                        .mapToLong(count -> count.tally().silent())
                        .sum();
    }

    private void writeAndKill(int killAfter) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CountingProcess.class.getName(),
                        directory.toString(),
                        "1")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int told = 0;
        try (BufferedReader lines = child.inputReader(StandardCharsets.US_ASCII)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                told += line.matches("[0-9]+") ? 1 : 0;
                if (told == killAfter) {
                    assertThat(child.toHandle().destroyForcibly()).isTrue();
                }
            }
        } finally {
            child.toHandle().destroyForcibly();
        }
        assertThat(child.waitFor()).isEqualTo(137);
        assertThat(told).isGreaterThanOrEqualTo(killAfter);
    }
}
