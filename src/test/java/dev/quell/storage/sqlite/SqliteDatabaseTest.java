package dev.quell.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteDatabaseTest {

    @TempDir
    Path directory;

    private static SqliteDatabase open(Path directory) {
        return SqliteDatabase.open(directory, new SimpleMeterRegistry());
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void directoryAndFilesAreTheirOwnersAlone() throws IOException {
        Path made = directory.resolve("lib").resolve("quell");

        SqliteDatabase database = open(made);
        database.write(connection -> connection.sql("delete from flags").update())
                .join();

        assertThat(mode(made)).isEqualTo("rwx------");
        try (var files = Files.list(made)) {
            assertThat(files.toList())
                    .hasSize(4)
                    .allSatisfy(file -> assertThat(mode(file)).isEqualTo("rw-------"));
        }
        database.close();
    }

    @Test
    void commitsReachTheDiskBeforeTheyAreAcknowledged() {
        try (SqliteDatabase database = open(directory)) {
            var settings = database.write(connection -> connection
                                    .sql("pragma synchronous")
                                    .query(Integer.class)
                                    .single()
                            + connection
                                    .sql("pragma journal_mode")
                                    .query(String.class)
                                    .single())
                    .join();

            assertThat(settings).isEqualTo("2wal");
        }
    }

    @Test
    void readersCannotWrite() {
        try (SqliteDatabase database = open(directory)) {
            assertThatThrownBy(() -> database.reader().sql("delete from calls").update())
                    .hasStackTraceContaining("SQLITE_READONLY");
        }
    }

    @Test
    void nothingIsLeftBesideTheFileAfterAnOrderlyEnd() throws IOException {
        open(directory).close();

        try (var files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("quell.db", "quell.lock");
        }
    }

    @Test
    void rowsOutliveARestart() {
        try (SqliteDatabase database = open(directory)) {
            database.write(connection -> connection
                            .sql(
                                    "insert into flags (call_id, caller, agent, reason, note, at) values ('p:1','i:10','a','ABUSE','',1)")
                            .update())
                    .join();
        }
        try (SqliteDatabase database = open(directory)) {
            assertThat(database.reader()
                            .sql("select agent from flags")
                            .query(String.class)
                            .single())
                    .isEqualTo("a");
        }
    }

    @Nested
    class RefusesToStart {

        private Path file;

        @BeforeEach
        void nameFile() {
            file = directory.resolve("quell.db");
        }

        private void sql(String... statements) throws SQLException {
            try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                    var statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            }
        }

        private void refuses(String message) {
            assertThatThrownBy(() -> open(directory))
                    .isInstanceOf(DatabaseFault.class)
                    .hasMessageContaining(message);
        }

        @Test
        void onAFileThatIsNoDatabase() throws IOException {
            Files.writeString(file, "Dear diary, today I was a text file and no database.");

            refuses(file + " is not a database of Quell. It was left untouched");
            assertThat(file).hasContent("Dear diary, today I was a text file and no database.");
        }

        @Test
        void onADatabaseOfSomebodyElse() throws Exception {
            sql("create table songs (title text)");
            byte[] before = Files.readAllBytes(file);

            refuses("is not a database of Quell");
            assertThat(file).hasBinaryContent(before);
        }

        @Test
        void onADatabaseWithAnotherApplicationsMark() throws Exception {
            sql("pragma application_id = 1234");

            refuses("is not a database of Quell");
        }

        @Test
        void onADatabaseOfANewerVersion() throws Exception {
            open(directory).close();
            sql(
                    "insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                            + " installed_by, execution_time, success) values (99, '99', 'later', 'SQL', 'V99__later.sql', 1, '', 1, 1)");

            refuses("was written by a newer Quell: its database version is above " + Schema.VERSION + ".");
        }

        @Test
        void onADamagedDatabase() throws Exception {
            open(directory).close();
            try (RandomAccessFile damage = new RandomAccessFile(file.toFile(), "rw")) {
                damage.seek(4096);
                damage.write("garbage".repeat(2_000).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            }

            refuses(file + " is damaged");
        }

        @Test
        void onACutDatabase() throws Exception {
            open(directory).close();
            try (RandomAccessFile damage = new RandomAccessFile(file.toFile(), "rw")) {
                damage.setLength(5_000);
            }

            refuses(file + " is damaged");
        }

        @Test
        void whereAnotherQuellRuns() {
            try (SqliteDatabase running = open(directory)) {
                refuses("Another Quell already uses " + directory);
                assertThat(running.fault()).isEmpty();
            }
            open(directory).close();
        }

        @Test
        void onADirectoryThatIsAFile() throws IOException {
            Files.writeString(file, "");

            assertThatThrownBy(() -> open(file))
                    .hasMessage(file + " is not a directory. Set quell.data-directory to one that Quell may write.");
        }

        @Test
        void onADirectoryThatCannotBeMade() {
            assertThatThrownBy(() -> open(Path.of("/proc/quell")))
                    .isInstanceOf(DatabaseFault.class)
                    .hasMessageContaining("/proc/quell cannot be written")
                    .hasMessageContaining("Give it to the user that runs Quell");
        }
    }
}
