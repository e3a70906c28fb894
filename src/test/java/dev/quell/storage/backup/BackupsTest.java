package dev.quell.storage.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListPattern;
import dev.quell.storage.DataBackup;
import dev.quell.storage.jdbc.JdbcListStore;
import dev.quell.storage.sqlite.DatabaseFault;
import dev.quell.storage.sqlite.DatabaseFiles;
import dev.quell.storage.sqlite.SqliteDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data directory goes into one file and comes back. */
class BackupsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");

    @TempDir
    Path directory;

    private Path data;
    private Path copy;

    @BeforeEach
    void fill() throws IOException {
        data = directory.resolve("data");
        copy = directory.resolve("copy.zip");
        try (SqliteDatabase database = open()) {
            known(database, "+8613800138000");
        }
        Files.writeString(data.resolve("api-token"), "secret\n");
        Files.createDirectories(data.resolve("journal"));
        Files.write(data.resolve("journal/00000001.log"), new byte[] {1, 2, 3});
    }

    private SqliteDatabase open() {
        return SqliteDatabase.open(data, new SimpleMeterRegistry());
    }

    private static void known(SqliteDatabase database, String caller) {
        database.writeNow(connection -> connection
                .sql(
                        "insert into known_callers (caller, kind, origin, author, known_at) values (:caller, 'CUSTOMER', 'API', 'me', 1)")
                .param("caller", caller)
                .update());
    }

    private static int known(SqliteDatabase database) {
        return database.reader()
                .sql("select count(*) from known_callers")
                .query(Integer.class)
                .single();
    }

    @Test
    void whatWasThereComesBack() throws IOException {
        DataBackup.Copy made = Backups.write(data, copy, NOW);
        try (SqliteDatabase database = open()) {
            known(database, "+8613800138001");
        }
        Path aside =
                Backups.restore(copy, data, data.resolve("evidence-key"), NOW).orElseThrow();

        assertThat(made).isEqualTo(new DataBackup.Copy(NOW, DatabaseFiles.VERSION, 3));
        assertThat(Files.readString(data.resolve("api-token"))).isEqualTo("secret\n");
        assertThat(data.resolve("journal/00000001.log")).hasBinaryContent(new byte[] {1, 2, 3});
        assertThat(aside)
                .isEqualTo(directory.resolve("data.before-20261122T150000Z"))
                .exists();
        try (SqliteDatabase database = open()) {
            assertThat(known(database)).isEqualTo(1);
        }
    }

    private static void sharesAsNumber3(SqliteDatabase database) {
        for (String sql : List.of(
                "insert into shared_instance (one, number, uid) values (1, 3, 'u')",
                "insert into shared_marks (name, place) values ('ids list_entries 3', 3000000007)")) {
            database.writeNow(connection -> connection.sql(sql).update());
        }
    }

    private static void standing(SqliteDatabase database, long id) {
        database.writeNow(connection -> connection.sql("""
                        insert into list_entries (id, kind, pattern, reason, author, origin, created_at, step)
                        values (:id, 'ALLOW', '+8613800138000', 'vip', 'ann', 'MANUAL', 1, 0)""").param("id", id).update());
    }

    private static long nextEntry(SqliteDatabase database) {
        return new JdbcListStore(database)
                .keep(
                        new ListEntry(
                                0,
                                ListKind.ALLOW,
                                ListPattern.parse("+8613800138009"),
                                "vip",
                                "ann",
                                ListEntry.Origin.MANUAL,
                                NOW,
                                Optional.empty(),
                                0),
                        NOW)
                .entry()
                .id();
    }

    @Test
    void idsThatWereGivenAfterTheCopyAreNotGivenAgain() {
        try (SqliteDatabase database = open()) {
            sharesAsNumber3(database);
        }
        Backups.write(data, copy, NOW);
        Backups.restore(copy, data, data.resolve("evidence-key"), NOW.plusSeconds(60));

        try (SqliteDatabase database = open()) {
            assertThat(nextEntry(database)).isEqualTo(3_010_000_068L);
            assertThat(database.reader()
                            .sql("select place from shared_marks where name = 'ids flags 3'")
                            .query(Long.class)
                            .single())
                    .isEqualTo(3_010_000_060L);
        }
    }

    @Test
    void ownRowsThatComeBackFromOthersAreGoneOnAfter() {
        try (SqliteDatabase database = open()) {
            sharesAsNumber3(database);
            standing(database, 3_000_000_008L);
            standing(database, 4_000_000_001L);

            assertThat(nextEntry(database)).isEqualTo(3_000_000_009L);
            assertThat(nextEntry(database)).isEqualTo(3_000_000_010L);
        }
    }

    @Test
    void copyIsMadeWhileTheServiceRuns() {
        try (SqliteDatabase database = open()) {
            known(database, "+8613800138001");
            Backups.write(data, copy, NOW);
            known(database, "+8613800138002");
        }
        Backups.restore(copy, data, data.resolve("evidence-key"), NOW);
        try (SqliteDatabase database = open()) {
            assertThat(known(database)).isEqualTo(2);
        }
    }

    @Test
    void onlyItsOwnerReadsIt() throws IOException {
        Backups.write(data, copy, NOW);
        Backups.restore(copy, data, data.resolve("evidence-key"), NOW);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("api-token"))))
                .isEqualTo("rw-------");
    }

    @Test
    void runningServiceIsNotTakenItsDirectory() throws IOException {
        Backups.write(data, copy, NOW);
        try (SqliteDatabase database = open()) {
            assertThatThrownBy(() -> Backups.restore(copy, data, data.resolve("evidence-key"), NOW))
                    .isInstanceOf(DatabaseFault.class)
                    .hasMessageContaining("Stop it");
            assertThat(known(database)).isEqualTo(1);
        }
    }

    @Test
    void fileThatIsThereStays() throws IOException {
        Files.writeString(copy, "precious");

        assertThatThrownBy(() -> Backups.write(data, copy, NOW))
                .isInstanceOf(BackupFault.class)
                .hasMessageContaining("give another name");
        assertThat(copy).hasContent("precious");
    }

    @Test
    void damagedCopyChangesNothing() throws IOException {
        Backups.write(data, copy, NOW);
        try (RandomAccessFile file = new RandomAccessFile(copy.toFile(), "rw")) {
            file.seek(file.length() / 2);
            int there = file.read();
            file.seek(file.length() / 2);
            file.write(there ^ 0x55);
        }

        assertThatThrownBy(() -> Backups.look(copy, directory)).isInstanceOf(BackupFault.class);
        assertThatThrownBy(() -> Backups.restore(copy, data, data.resolve("evidence-key"), NOW))
                .isInstanceOf(BackupFault.class);
        try (SqliteDatabase database = open()) {
            assertThat(known(database)).isEqualTo(1);
        }
        assertThat(directory.resolve("data.restoring")).doesNotExist();
    }

    @Test
    void entryThatLeadsElsewhereIsRefused() throws IOException {
        byte[] evil = "evil".getBytes(StandardCharsets.UTF_8);
        String name = "../outside";
        write(
                Map.of(name, evil),
                "format=1\nmade=" + NOW + "\ndatabase=1\nsha256." + name + "="
                        + HexFormat.of().formatHex(Names.sha256().digest(evil)) + "\n");

        assertThatThrownBy(() -> Backups.restore(copy, data, data.resolve("evidence-key"), NOW))
                .isInstanceOf(BackupFault.class);
        assertThat(directory.resolve("outside")).doesNotExist();
    }

    @Test
    void copyOfANewerQuellIsRefused() throws IOException {
        write(Map.of(), "format=1\nmade=" + NOW + "\ndatabase=" + (DatabaseFiles.VERSION + 1) + "\n");

        assertThatThrownBy(() -> Backups.restore(copy, data, data.resolve("evidence-key"), NOW))
                .isInstanceOf(BackupFault.class)
                .hasMessageContaining("version " + (DatabaseFiles.VERSION + 1));
    }

    @Test
    void anyOtherFileIsNoCopy() throws IOException {
        Files.writeString(copy, "no archive");

        assertThatThrownBy(() -> Backups.look(copy, directory))
                .isInstanceOf(BackupFault.class)
                .hasMessageContaining("quell backup");
    }

    private void write(Map<String, byte[]> entries, String manifest) throws IOException {
        try (OutputStream out = Files.newOutputStream(copy);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
            }
            zip.putNextEntry(new ZipEntry(Manifest.NAME));
            zip.write(manifest.getBytes(StandardCharsets.UTF_8));
        }
    }
}
