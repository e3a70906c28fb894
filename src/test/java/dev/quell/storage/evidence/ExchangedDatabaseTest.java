package dev.quell.storage.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quell.evidence.ChainFindings;
import dev.quell.evidence.ChainReport;
import dev.quell.evidence.KnownElsewhere;
import dev.quell.storage.ChainRepair;
import dev.quell.storage.OpenLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A look through the whole log, and a database that is put in its place meanwhile. */
class ExchangedDatabaseTest {

    @TempDir
    Path directory;

    private Path data;
    private Path other;
    private KnownElsewhere known;

    @BeforeEach
    void twoDatabases() throws IOException {
        data = Files.createDirectory(directory.resolve("data"));
        try (Recorded recorded = Recorded.in(data)) {
            recorded.tell();
            known = recorded.known(List.of());
        }
        other = Files.createDirectory(directory.resolve("other"));
    }

    private Path key() {
        return data.resolve("evidence-key");
    }

    /** What an attacker has prepared: the same chain, with a call changed. */
    private void changedCopy() throws IOException {
        Files.copy(data.resolve("quell.db"), other.resolve("quell.db"));
    }

    private void exchange() {
        try {
            Files.move(other.resolve("quell.db"), data.resolve("quell.db"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aLookAtADatabaseThatStaysHolds() {
        try (OpenLog log = OpenLog.of(data)) {
            assertThat(log.verify(known, block -> {}).faults()).isEmpty();
        }
    }

    @Test
    void anotherFileOfTheSameChainIsSeen() throws IOException {
        changedCopy();
        try (OpenLog log = OpenLog.of(data)) {
            exchange();
            ChainReport report = log.verify(known, block -> {});

            assertThat(report.holds()).isFalse();
            assertThat(report.faulty()).isEqualTo(1);
            assertThat(report.faults().getFirst()).startsWith("the database was exchanged while it was looked through");
        }
    }

    @Test
    void anotherChainIsSeen() {
        try (Recorded recorded = Recorded.in(other)) {
            recorded.tell();
        }
        try (OpenLog log = OpenLog.of(data)) {
            exchange();

            assertThat(log.verify(known, block -> {}).faults().getFirst())
                    .contains("now chain ")
                    .doesNotContain("now chain "
                            + known.file().orElseThrow().chains().iterator().next());
        }
    }

    @Test
    void chainLookRefusesToTellOfOne() throws IOException {
        changedCopy();

        assertThatThrownBy(() -> ChainRepair.look(data, key(), block -> exchangeOnce()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("was exchanged");
    }

    private void exchangeOnce() {
        if (Files.exists(other.resolve("quell.db"))) {
            exchange();
        }
    }

    @Test
    void acceptTakesNoOtherChainThanTheOneThatWasLookedThrough() {
        ChainFindings found = ChainRepair.look(data, key(), block -> {});
        try (Recorded recorded = Recorded.in(other)) {
            recorded.tell();
        }
        exchange();

        assertThatThrownBy(() -> ChainRepair.accept(data, key(), Map.of("who", "Li", "why", "test"), found, true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("was changed while it was looked through");
    }
}
