package dev.quell.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quell.storage.journal.Opened;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Health;

class StorageHealthTest {

    @TempDir
    Path directory;

    @Test
    void isDegradedWhileCallsHaveNoPlaceInTheChain() {
        try (Opened opened = Opened.in(directory)) {
            StorageHealth health = new StorageHealth(opened.database(), opened.journal());
            assertThat(status(health)).isEqualTo("UP");
            opened.database()
                    .write(connection ->
                            connection.sql("delete from chain_identity").update())
                    .join();
            opened.calls().screened(Calls.screened(1)).join();
            await().until(() -> opened.journal().lag().isZero());

            assertThat(status(health)).isEqualTo("DEGRADED");
        }
    }

    private static String status(StorageHealth storage) {
        Health health = storage.health();
        return health.getStatus().getCode();
    }
}
