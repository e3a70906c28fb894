package dev.quell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.config.ConfigCheck;
import dev.quell.storage.Calls;
import dev.quell.storage.sqlite.SqliteDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrateCommandTest {

    private static final Clock CLOCK = Clock.fixed(Calls.NOW, ZoneOffset.UTC);
    private static final Instant BEGIN = Instant.parse("2026-09-01T08:00:00Z");

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.add("--quell.data-directory=" + directory);
        return Commands.run(
                Invocation.of(all.toArray(String[]::new)), new PrintWriter(out), new PrintWriter(err), CLOCK);
    }

    /** Day after day ten good callers who call once or twice, and a nuisance who rings one line eight times within the hour. */
    private Path records(int days) throws IOException {
        List<String> lines = new ArrayList<>(List.of("caller,callee,start,duration,disposition,label"));
        for (int day = 0; day < days; day++) {
            Instant morning = BEGIN.plusSeconds(86_400L * day);
            for (int call = 0; call < 8; call++) {
                lines.add(line("bad" + day, morning.plusSeconds(300L * call + call * call), 20, "nuisance"));
            }
            for (int caller = 0; caller < 10; caller++) {
                for (int call = 0; call <= caller % 2; call++) {
                    lines.add(line(
                            "good" + day + "-" + caller,
                            morning.plusSeconds(4_000 + 700L * caller + 60 * call),
                            40,
                            "good"));
                }
            }
        }
        return Files.write(directory.resolve("records.csv"), lines);
    }

    private static String line(String caller, Instant start, int seconds, String label) {
        return caller + ",4001," + start + "," + seconds + ",ANSWERED," + label;
    }

    @Test
    void proposesAFileThatIsInOrder() throws IOException {
        Path proposal = directory.resolve("proposal.yml");

        int status = run("calibrate", records(80).toString(), "--out", proposal.toString());

        assertThat(out.toString())
                .contains("Labelled: 640 nuisance calls of 80 callers and 1,200 good calls of 800 callers");
        assertThat(out.toString()).contains("Nothing has been changed; try it: quell backtest --settings " + proposal);
        assertThat(status).isZero();
        assertThat(ConfigCheck.ofQuell().checkFiles(List.of(proposal))).isEmpty();
        assertThat(proposal).content().contains("      CALLS_1H: ").contains("# AUC");
    }

    @Test
    void tooFewLabelsAreSaidWithHowManyAreNeeded() throws IOException {
        assertThat(run("calibrate", records(12).toString())).isEqualTo(1);

        assertThat(out.toString())
                .contains(
                        "Nothing is proposed: there are too few labelled calls: a fit needs nuisance calls of at least 30 callers")
                .doesNotContain("quell:");
    }

    @Test
    void theOwnLogWithoutLabelsIsTooLittle() {
        try (SqliteDatabase running = SqliteDatabase.open(directory, new SimpleMeterRegistry())) {
            assertThat(run("calibrate")).isEqualTo(1);
            assertThat(running.fault()).isEmpty();
        }
        assertThat(out.toString())
                .contains("Labelled: 0 nuisance calls of 0 callers")
                .contains("there are 0 and 0, 0 and 0");
    }

    @Test
    void aStrengthThatIsNoneIsCalledWrongly() {
        assertThat(run("calibrate", "--strength", "0")).isEqualTo(2);

        assertThat(err.toString()).contains("the strength must be above 0, such as 20, not 0.0");
    }

    @Test
    void recordsThatCannotBeReadProposeNothing() throws IOException {
        Path file = records(2);
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.add("nobody,4001,yesterday,1,ANSWERED,good");
        Files.write(file, lines);

        assertThat(run("calibrate", file.toString())).isEqualTo(1);

        assertThat(err.toString()).contains("1 of 47 lines could not be read, more than 1 %");
    }
}
