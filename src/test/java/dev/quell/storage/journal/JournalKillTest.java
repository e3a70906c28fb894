package dev.quell.storage.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.evidence.ChainReport;
import dev.quell.evidence.KnownElsewhere;
import dev.quell.evidence.key.EvidenceKeys;
import dev.quell.storage.Calls;
import dev.quell.storage.evidence.ChainBeginning;
import dev.quell.storage.evidence.check.ChainCheck;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is there after {@code kill -9}. */
class JournalKillTest {

    private static final int ROUNDS = Integer.getInteger("rounds", 5);

    @TempDir
    Path directory;

    @Test
    void everyAcknowledgedVerdictIsThereAfterAKill() throws Exception {
        try (Opened opened = Opened.in(directory)) {
            new ChainBeginning(
                            opened.database(), new EvidenceKeys(directory.resolve("evidence-key")), Clock.systemUTC())
                    .begin();
        }
        int first = 1;
        for (int round = 1; round <= ROUNDS; round++) {
            int killAfter = 200 + new Random(round).nextInt(800);
            List<Integer> acknowledged = writeAndKill(first, killAfter);

            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(killAfter);
            try (Opened opened = Opened.in(directory)) {
                assertThat(acknowledged)
                        .as("round %s", round)
                        .allSatisfy(n ->
                                assertThat(opened.stored().find(Calls.token(n))).contains(Calls.screened(n)));
                assertThat(opened.meters()
                                .counter("quell.journal.records", "result", "lost")
                                .count())
                        .isZero();
                ChainReport chain = new ChainCheck(opened.database().reader()).run(KnownElsewhere.NOTHING);
                assertThat(chain.faults()).as("round %s", round).isEmpty();
                assertThat(chain.facts()).isEqualTo(opened.rows());
            }
            first = Collections.max(acknowledged) + 10_000;
        }
    }

    /** Lets a process write until it has acknowledged so many, kills it in the midst of its work, and gives all it said. */
    private List<Integer> writeAndKill(int first, int killAfter) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        JournalingProcess.class.getName(),
                        directory.toString(),
                        Integer.toString(first))
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
