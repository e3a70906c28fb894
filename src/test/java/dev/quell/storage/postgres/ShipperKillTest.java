package dev.quell.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.storage.database.Database;
import dev.quell.testing.servers.NeedsPostgres;
import dev.quell.testing.servers.PostgresServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An instance that is killed while it ships: every row arrives once and only once. */
@NeedsPostgres
class ShipperKillTest {

    private static final int ROUNDS = 4;

    @TempDir
    Path directory;

    private final PostgresServer server = PostgresServer.shared();
    private final String database = server.newDatabase();

    @Test
    void everyRowArrivesOnceThoughTheInstanceIsKilledAnywhereInABatch() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            shipAndKill(1 + round * 10_000, 2 + new Random(round).nextInt(6), round);
        }
        try (Node node = new Node("a", directory, server, database).shares().tells()) {
            List<String> own = ids(node.own());
            assertThat(own).hasSizeGreaterThan(ROUNDS * 50).doesNotHaveDuplicates();
            assertThat(ids(node.record())).isEqualTo(own);
            assertThat(node.shipper.fault()).isEmpty();
        }
    }

    private static List<String> ids(Database database) {
        return database.reader()
                .sql("select id || case_number from calls order by 1")
                .query(String.class)
                .list();
    }

    /** Kills it some milliseconds after it has told so many batches. */
    private void shipAndKill(int first, int batches, int round) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ShippingProcess.class.getName(),
                        directory.toString(),
                        server.url(database),
                        server.user(),
                        server.password(),
                        Integer.toString(first))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int told = 0;
        try (BufferedReader lines = child.inputReader(StandardCharsets.US_ASCII)) {
            for (String line = lines.readLine(); line != null && told < batches; line = lines.readLine()) {
                told += line.matches("[0-9]+") ? 1 : 0;
            }
            LockSupport.parkNanos(Duration.ofMillis(round * 7L).toNanos());
        } finally {
            child.toHandle().destroyForcibly();
        }
        assertThat(told).isEqualTo(batches);
        assertThat(child.waitFor()).isEqualTo(137);
    }
}
