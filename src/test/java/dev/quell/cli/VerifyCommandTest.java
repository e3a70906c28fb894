package dev.quell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.evidence.key.EvidenceKeys;
import dev.quell.storage.Calls;
import dev.quell.storage.evidence.ChainBeginning;
import dev.quell.storage.sqlite.SqliteDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code verify} without a pack, and {@code chain}. */
class VerifyCommandTest {

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private String fingerprint = "";

    @BeforeEach
    void aServiceWasHere() {
        try (SqliteDatabase database = SqliteDatabase.open(directory, new SimpleMeterRegistry())) {
            start(database);
        }
    }

    private void start(SqliteDatabase database) {
        EvidenceKeys keys = new EvidenceKeys(directory.resolve("evidence-key"));
        new ChainBeginning(database, keys, Clock.systemUTC()).tryBegin();
        fingerprint = keys.fault().isEmpty() ? keys.get().fingerprint() : "";
    }

    private int run(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.add("--quell.data-directory=" + directory);
        return Commands.run(
                Invocation.of(all.toArray(String[]::new)),
                new PrintWriter(out),
                new PrintWriter(out),
                Clock.fixed(Calls.NOW, ZoneOffset.UTC));
    }

    private void change(String sql) {
        try (SqliteDatabase database = SqliteDatabase.open(directory, new SimpleMeterRegistry())) {
            database.write(connection -> connection.sql(sql).update()).join();
        }
    }

    @Test
    void whatHoldsAndWasComparedIsStatusNought() {
        assertThat(run("verify")).isZero();
        assertThat(out.toString()).endsWith("The call log is as it was taken in.\n");
    }

    @Test
    void withoutTheKeysFileItIsNotProved() {
        String elsewhere = "--quell.evidence.key-file=" + directory.resolve("none");

        assertThat(run("verify", elsewhere)).isEqualTo(3);
        assertThat(out.toString())
                .contains("UNSURE  the key that signed was not compared")
                .contains("UNSURE  the chain's end was compared with no head");
        assertThat(run("verify", "--key", fingerprint, elsewhere)).isEqualTo(3);
        assertThat(run("verify", "--key", "0".repeat(64), elsewhere)).isEqualTo(1);
    }

    @Test
    void aChainThatSomebodyPutInItsPlaceIsAFaultUntilPeopleSayWhatBecameOfTheFormer() {
        change("delete from chain_blocks");
        change("update chain_identity set uid = 'aa'");
        try (SqliteDatabase database = SqliteDatabase.open(directory, new SimpleMeterRegistry())) {
            start(database);
            assertThat(fingerprint).as("nothing is signed").isEmpty();
        }
        assertThat(run("verify")).isEqualTo(1);

        assertThat(run("chain", "begin")).as("without a reason").isEqualTo(2);
        assertThat(run("chain", "begin", "--reason", "the disk was changed", "--who", "Li"))
                .isZero();
        try (SqliteDatabase database = SqliteDatabase.open(directory, new SimpleMeterRegistry())) {
            start(database);
        }
        assertThat(run("verify")).isEqualTo(1);
        String former = out.toString().replaceAll("(?s).*--formerly ([0-9a-f]{32}).*", "$1");
        assertThat(run("verify", "--formerly", former)).isZero();
    }

    @Test
    void aLookSaysWhatWasFoundAndWhatToChoose() {
        assertThat(run("chain", "look")).isZero();
        assertThat(out.toString()).contains("nothing has to be chosen");
        change("update chain_blocks set at = at + 1 where kind = 'GENESIS'");

        assertThat(run("chain", "look")).isEqualTo(1);
        assertThat(out.toString())
                .contains("CHANGED  rows were changed or are missing")
                .contains("quell chain accept --changed");
        assertThat(run("chain", "accept", "--reason", "x"))
                .as("a change is not accepted unasked")
                .isEqualTo(1);
        assertThat(run("chain", "accept", "--changed", "--reason", "x")).isZero();
    }

    @Test
    void anotherKeyForWhichTheFormerVouchesIsEnough() {
        assertThat(run("chain", "key")).isZero();
        String former = fingerprint;
        try (SqliteDatabase database = SqliteDatabase.open(directory, new SimpleMeterRegistry())) {
            start(database);
        }

        assertThat(run("verify")).isZero();
        assertThat(fingerprint).isNotEqualTo(former);
        assertThat(directory.resolve(
                        "evidence-key.former-" + Calls.NOW.toString().substring(0, 10)))
                .exists();
    }

    @Test
    void aServiceThatRunsIsLeftAlone() {
        try (SqliteDatabase running = SqliteDatabase.open(directory, new SimpleMeterRegistry())) {
            assertThat(run("chain", "accept", "--reason", "x")).isEqualTo(1);
            assertThat(running.fault()).isEmpty();
        }
    }
}
