package dev.quell.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of the database when the end of its log is torn: every change up to the first that is not whole, and none behind it. */
class TornWalTest {

    private static final int CHANGES = 12;
    private static final int FRAME = 4096 + 24;
    private static final int HEADER = 32;

    @TempDir
    Path directory;

    private byte[] file;
    private byte[] wal;

    @BeforeEach
    void write() throws IOException {
        try (SqliteDatabase database = open(directory.resolve("whole"))) {
            for (int n = 1; n <= CHANGES; n++) {
                int number = n;
                database.writeNow(connection -> connection
                        .sql("insert into classifier_versions (version, since, settings) values (:n, 0, '')")
                        .param("n", String.format(Locale.ROOT, "%02d", number))
                        .update());
            }
            file = Files.readAllBytes(directory.resolve("whole/quell.db"));
            wal = Files.readAllBytes(directory.resolve("whole/quell.db-wal"));
        }
        assertThat(wal.length).isGreaterThan(HEADER + CHANGES * FRAME);
    }

    private static SqliteDatabase open(Path where) {
        return SqliteDatabase.open(where, new SimpleMeterRegistry());
    }

    private List<String> with(byte[] log, String name) {
        Path where = directory.resolve(name);
        try {
            Files.createDirectories(where);
            Files.write(where.resolve("quell.db"), file);
            Files.write(where.resolve("quell.db-wal"), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (SqliteDatabase database = open(where)) {
            assertThat(database.reader()
                            .sql("pragma integrity_check")
                            .query(String.class)
                            .single())
                    .isEqualTo("ok");
            return database.reader()
                    .sql("select version from classifier_versions order by version")
                    .query(String.class)
                    .list();
        }
    }

    private static List<String> first(int changes) {
        return IntStream.rangeClosed(1, changes).mapToObj("%02d"::formatted).toList();
    }

    @Test
    void theWholeLogIsRead() {
        assertThat(with(wal, "all")).isEqualTo(first(CHANGES));
    }

    @Test
    void aLogCutInItsLastChangeHasAllTheOthers() {
        int last = wal.length - FRAME;
        for (int cut : new int[] {last, last + 1, last + 23, last + 24, last + 2000, wal.length - 1}) {
            assertThat(with(Arrays.copyOf(wal, cut), "cut" + cut))
                    .as("cut at %s", cut)
                    .isEqualTo(first(CHANGES - 1));
        }
    }

    @Test
    void aLogCutAnywhereHasWholeChangesOnly() {
        int before = 0;
        for (int cut = wal.length - 6 * FRAME; cut <= wal.length; cut += FRAME / 2) {
            List<String> found = with(Arrays.copyOf(wal, cut), "any" + cut);
            assertThat(found).as("cut at %s", cut).isEqualTo(first(found.size()));
            assertThat(found.size()).isGreaterThanOrEqualTo(before);
            before = found.size();
        }
        assertThat(before).isEqualTo(CHANGES);
    }

    @Test
    void aBitThatFlipsInTheMidstCostsThatChangeAndThoseBehindIt() {
        byte[] flipped = wal.clone();
        flipped[wal.length - 3 * FRAME + 500] ^= 1;

        List<String> found = with(flipped, "flipped");

        assertThat(found).isEqualTo(first(found.size())).hasSizeBetween(CHANGES - 3, CHANGES - 1);
    }

    @Test
    void garbageBehindTheEndIsNothing() {
        byte[] garbage = Arrays.copyOf(wal, wal.length + 2 * FRAME + 7);
        Arrays.fill(garbage, wal.length, garbage.length, (byte) 0x5a);

        assertThat(with(garbage, "garbage")).isEqualTo(first(CHANGES));
    }
}
