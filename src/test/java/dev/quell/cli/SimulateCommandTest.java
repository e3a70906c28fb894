package dev.quell.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

class SimulateCommandTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T08:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        List<String> all = new ArrayList<>(List.of("simulate", "--callers", "100", "--days", "7"));
        all.addAll(List.of(args));
        return Commands.run(
                Invocation.of(all.toArray(String[]::new)), new PrintWriter(out), new PrintWriter(err), CLOCK);
    }

    @Test
    void oneScenarioIsPlayedFollowedAndMeasured() {
        assertThat(run("--scenario", "customers,heze", "--follow", "heze-1")).isZero();

        assertThat(out.toString().lines())
                .filteredOn(line -> line.startsWith("heze-1 (nuisance, own fingerprint) call "))
                .hasSize(16);
        assertThat(out.toString())
                .contains("\nGoals\n")
                .contains("commercial site, 7 days, 100 good callers of the bulk, seed 1;");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void recordsAndTruthHaveALineACall() throws IOException {
        Path records = directory.resolve("Master.csv");
        Path truth = directory.resolve("truth.csv");

        assertThat(run("--scenario", "heze", "--cdr", records.toString(), "--truth", truth.toString(), "--seed", "4"))
                .isZero();

        assertThat(Files.readAllLines(records)).hasSize(16).allMatch(line -> line.startsWith("\"\",\"+86"));
        assertThat(Files.readAllLines(truth)).hasSize(17).element(1).asString().endsWith(",heze,nuisance");
    }

    @Test
    void wrongWordsAreRefusedWithTheRightOnes() {
        assertThat(run("--scenario", "hezee")).isEqualTo(2);
        assertThat(err.toString()).startsWith("quell: there is no scenario hezee; there are customers, ");
    }

    @Test
    void filesTakeOneSeed() {
        assertThat(run("--seed", "1,2", "--truth", directory.resolve("t.csv").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).startsWith("quell: --cdr and --truth take one --seed, calls of several overlap");
    }
}
