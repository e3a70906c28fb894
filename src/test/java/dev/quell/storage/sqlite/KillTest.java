package dev.quell.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.storage.Calls;
import dev.quell.storage.jdbc.JdbcCallJournal;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is there after {@code kill -9}. */
class KillTest {

    @TempDir
    Path directory;

    @RepeatedTest(3)
    void everyAcknowledgedVerdictIsThereAfterAKill() throws Exception {
        int killAfter = 200 + new Random().nextInt(800);

        List<Integer> acknowledged = writeAndKill(killAfter);

        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(killAfter);
        try (SqliteDatabase database = SqliteDatabase.open(directory, new SimpleMeterRegistry())) {
            JdbcCallJournal journal = new JdbcCallJournal(database);
            assertThat(acknowledged)
                    .allSatisfy(n -> assertThat(journal.find(Calls.token(n))).contains(Calls.screened(n)));
        }
    }

    /** Lets a process write until it has acknowledged so many, kills it in the midst of its work, and gives all it said. */
    private List<Integer> writeAndKill(int killAfter) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        VerdictWriter.class.getName(),
                        directory.toString(),
                        "1")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<Integer> acknowledged = new ArrayList<>();
        try (BufferedReader lines = child.inputReader(StandardCharsets.US_ASCII)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.matches("[0-9]+")) {
                    acknowledged.add(Integer.valueOf(line));
                }
                if (acknowledged.size() == killAfter) {
                    assertThat(child.toHandle().destroyForcibly()).isTrue();
                }
            }
        } finally {
            child.toHandle().destroyForcibly();
        }
        assertThat(child.waitFor()).isEqualTo(137);
        return acknowledged;
    }
}
