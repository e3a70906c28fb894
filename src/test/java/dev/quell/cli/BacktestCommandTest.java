package dev.quell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallOutcome;
import dev.quell.flag.Flag;
import dev.quell.flag.FlagReason;
import dev.quell.screening.CallScreened;
import dev.quell.storage.Calls;
import dev.quell.storage.jdbc.JdbcCallJournal;
import dev.quell.storage.jdbc.JdbcFlagStore;
import dev.quell.storage.jdbc.JdbcRevisionStore;
import dev.quell.storage.sqlite.SqliteDatabase;
import dev.quell.tuning.Revision;
import dev.quell.tuning.Tuning;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code backtest}: over a real database, over files, and its exit status. */
class BacktestCommandTest {

    private static final Clock CLOCK = Clock.fixed(Calls.NOW.plusSeconds(120), ZoneId.of("Asia/Shanghai"));
    private static final String HEADER = "caller,callee,start,duration,disposition";
    private static final String CALL = "+8613800138000,4001,2026-11-20 08:00:00,20,ANSWERED";

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void theSitesLogIsDecidedAgainWithFlagsAsLabels() throws IOException {
        try (SqliteDatabase database = SqliteDatabase.open(directory, new SimpleMeterRegistry())) {
            CallScreened screened = Calls.screened(12);
            JdbcCallJournal journal = new JdbcCallJournal(database);
            journal.screened(screened).join();
            journal.concluded(Calls.concluded(screened, CallOutcome.SILENT)).join();
            new JdbcFlagStore(database)
                    .add(new Flag(
                            0,
                            screened.call().id(),
                            screened.call().caller(),
                            "PJSIP/1001",
                            FlagReason.ABUSE,
                            "",
                            Calls.NOW.plusSeconds(5),
                            Optional.empty()));
            Path scores = directory.resolve("scores.csv");

            assertThat(run("backtest", "--from", "1h", "--format", "json", "--scores", scores.toString()))
                    .as(err.toString())
                    .isZero();

            assertThat(err.toString()).doesNotContain("/rules");
            new JdbcRevisionStore(database)
                    .add(new Revision(
                            "0123456789abcdef",
                            Calls.NOW,
                            "li.na",
                            "x",
                            new Tuning(Map.of("CLI_WITHHELD", 1.0), Optional.empty())));
            assertThat(run("backtest", "--from", "1h")).isZero();
            assertThat(err.toString()).contains("the rules that were saved on /rules at " + Calls.NOW, "left out");
            assertThat(Files.readAllLines(scores))
                    .hasSize(2)
                    .element(1)
                    .asString()
                    .contains(",nuisance,");
        }
        assertThat(out.toString()).contains("\"log\"").contains("nuisance");
    }

    @Test
    void aBadLineInAHundredIsBorneAndOneMoreIsNot() throws IOException {
        assertThat(run("backtest", file(100, 1))).as(err.toString()).isZero();
        assertThat(run("backtest", file(98, 2))).isEqualTo(1);
        assertThat(err.toString()).contains("2 of 100 lines could not be read, more than 1 %");
        assertThat(out.toString()).isNotEmpty();
    }

    @Test
    void aFileThatIsNotThereIsToldInASentence() {
        assertThat(run("backtest", directory.resolve("absent.csv").toString())).isEqualTo(1);
        assertThat(err.toString()).startsWith("quell: ").contains("absent.csv");
    }

    @Test
    void settingsThatCannotBeAreRefused() throws IOException {
        Path settings = Files.writeString(directory.resolve("new.yml"), "quell: { classifier: { prior: 0.9 } }");

        assertThat(run("backtest", file(1, 0), "--settings", settings.toString()))
                .isEqualTo(1);

        assertThat(err.toString()).contains("new.yml").contains("prior");
    }

    private String file(int good, int bad) throws IOException {
        StringBuilder lines = new StringBuilder(HEADER).append('\n');
        lines.append((CALL + '\n').repeat(good));
        lines.append("+8613800138000,4001,yesterday,20,ANSWERED\n".repeat(bad));
        return Files.writeString(directory.resolve("calls.csv"), lines).toString();
    }

    private int run(String... words) {
        List<String> settings = List.of("--quell.data-directory=" + directory);
        return Commands.run(
                new Invocation(settings, List.of(words)), new PrintWriter(out), new PrintWriter(err), CLOCK);
    }
}
