package dev.quell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallOutcome;
import dev.quell.screening.CallScreened;
import dev.quell.storage.Calls;
import dev.quell.storage.jdbc.JdbcCallJournal;
import dev.quell.storage.sqlite.SqliteDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {

    private static final Clock CLOCK = Clock.fixed(Calls.NOW.plusSeconds(120), ZoneId.of("Asia/Shanghai"));

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

    private SqliteDatabase withOneCall() {
        SqliteDatabase database = SqliteDatabase.open(directory, new SimpleMeterRegistry());
        JdbcCallJournal journal = new JdbcCallJournal(database);
        CallScreened screened = Calls.screened(12);
        journal.screened(screened).join();
        journal.concluded(Calls.concluded(screened, CallOutcome.SILENT)).join();
        return database;
    }

    @Nested
    class WhileTheServiceRuns {

        @Test
        void callIsExplainedByItsId() {
            try (SqliteDatabase running = withOneCall()) {
                assertThat(run("explain", "pbx:1763800000.12")).isZero();
                assertThat(running.fault()).isEmpty();
            }
            assertThat(out.toString())
                    .startsWith("call      pbx:1763800000.12, case 00000012\narrived   2026-11-20 16:00:00 +08:00\n")
                    .contains("outcome   SILENT: no speech in 20 s with an agent\n");
            assertThat(err.toString()).isEmpty();
        }

        @Test
        void callIsExplainedByItsCaseNumber() {
            try (SqliteDatabase running = withOneCall()) {
                assertThat(run("explain", "00000012")).isZero();
                assertThat(running.fault()).isEmpty();
            }
            assertThat(out.toString()).startsWith("call      pbx:1763800000.12, case 00000012\n");
        }

        @Test
        void sourcesAreReported() {
            try (SqliteDatabase running = withOneCall()) {
                assertThat(run("report", "--from", "1h", "--by", "range", "--format", "csv"))
                        .isZero();
                assertThat(running.fault()).isEmpty();
            }
            assertThat(out.toString().lines().skip(1))
                    .satisfiesExactly(
                            row -> assertThat(row)
                                    .startsWith(
                                            "tel:+86138001380*,1,1,2026-11-20T08:00:00.123Z,2026-11-20T08:00:00.123Z,1,"),
                            total -> assertThat(total).startsWith("total,1,1,"));
        }
    }

    @Test
    void reportShowsLocalTimes() {
        withOneCall().close();

        assertThat(run("report", "--from", "2026-11-20", "--to", "2026-11-20T16:01"))
                .isZero();

        assertThat(out.toString())
                .startsWith(
                        "Sources by number, from 2026-11-20 00:00 +08:00 until before 2026-11-20 16:01 +08:00: 1 source\n")
                .contains("\n+8613800138000      1 ");
    }

    @Test
    void commandsChangeNothingInTheDirectory() throws IOException {
        withOneCall().close();

        run("report");

        try (var files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.endsWith("-shm")))
                    .contains("quell.db", "quell.lock");
        }
        SqliteDatabase.open(directory, new SimpleMeterRegistry()).close();
    }

    @Nested
    class SaysWhatIsWrong {

        private void fails(int status, String sentence, String... args) {
            assertThat(run(args)).isEqualTo(status);
            assertThat(err.toString()).contains(sentence);
            assertThat(out.toString()).isEmpty();
        }

        @Test
        void withoutADatabase() {
            fails(
                    1,
                    "quell: There is no database at " + directory.resolve("quell.db")
                            + ". Set quell.data-directory to the service's",
                    "report");
        }

        @Test
        void withADatabaseOfSomebodyElse() throws Exception {
            try (var connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("quell.db"));
                    var statement = connection.createStatement()) {
                statement.execute("create table songs (title text)");
            }
            fails(1, "quell.db is not a database of Quell", "report");
        }

        @Test
        void withAFileThatIsNoDatabase() throws IOException {
            Files.writeString(directory.resolve("quell.db"), "Dear diary, today I was a text file and no database.");
            fails(1, "quell.db is not a database of Quell", "report");
        }

        @Test
        void withADatabaseOfAnotherVersion() throws Exception {
            withOneCall().close();
            try (var connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("quell.db"));
                    var statement = connection.createStatement()) {
                statement.execute("update flyway_schema_history set version = '99'");
            }
            fails(1, "was written by a newer Quell", "report");
        }

        @Test
        void aboutACallThatIsNotThere() {
            withOneCall().close();
            fails(1, "there is no call pbx:1.2 in the log at " + directory, "explain", "pbx:1.2");
        }

        @Test
        void aboutAReferenceThatIsNone() {
            fails(
                    2,
                    "'1234567' names no call; give its id, such as pbx:1763800000.12, or a case number of 8 digits",
                    "explain",
                    "1234567");
        }

        @Test
        void aboutACommandThatIsNone() {
            fails(2, "Try: quell help", "reprot");
        }

        @Test
        void aboutAPeriodThatIsNone() {
            fails(2, "the period must begin before it ends", "report", "--from", "1h", "--to", "2h");
        }

        @Test
        void aboutSettingsThatAreNotYaml() throws IOException {
            Path file = directory.resolve("site.yml");
            Files.writeString(file, "quell: [1\n");
            fails(1, "the settings cannot be read: ", "report", "--spring.config.additional-location=file:" + file);
        }
    }

    @Test
    void checkConfigFindsFaultsOfAFile() throws IOException {
        Path file = directory.resolve("site.yml");
        Files.writeString(file, "quell:\n  screning:\n    mode: enforce\n");

        assertThat(run("check-config", file.toString())).isEqualTo(1);

        assertThat(out.toString()).startsWith("The settings have a fault:\n  - quell.screning.mode: unknown key");
    }

    @Test
    void checkConfigPassesTheShippedSettings() {
        assertThat(run("check-config")).isZero();

        assertThat(out.toString()).isEqualTo("The settings are in order.\n");
    }

    @Test
    void settingsOfASitesFileCount() throws IOException {
        Path site = Files.createDirectory(directory.resolve("site"));
        Path file = site.resolve("application.yml");
        Path data = directory.resolve("elsewhere");
        Files.writeString(file, "quell:\n  data-directory: " + data + "\n");

        int status = Commands.run(
                Invocation.of("report", "--spring.config.additional-location=file:" + site + "/"),
                new PrintWriter(out),
                new PrintWriter(err),
                CLOCK);

        assertThat(status).isEqualTo(1);
        assertThat(err.toString()).contains("There is no database at " + data.resolve("quell.db"));
    }

    @Test
    void helpNamesEveryCommand() {
        assertThat(run("help")).isZero();

        assertThat(out.toString()).contains("serve", "report", "explain", "check-config", "version", "help");
    }

    @Test
    void versionNamesTheRuntimeToo() {
        assertThat(run("version")).isZero();

        assertThat(out.toString()).startsWith("quell ").contains(", Java " + Runtime.version());
    }
}
