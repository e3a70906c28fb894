package dev.quell.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.evidence.key.EvidenceKeys;
import dev.quell.storage.evidence.ChainBeginning;
import dev.quell.storage.evidence.JdbcEvidence;
import dev.quell.storage.postgres.ship.ChainHeads;
import dev.quell.testing.servers.NeedsPostgres;
import dev.quell.testing.servers.PostgresServer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the record is told of an instance's chain. */
@NeedsPostgres
class ChainHeadsTest {

    @TempDir
    Path directory;

    private static String told(Node node) {
        return node.record()
                .reader()
                .sql("select string_agg(number || coalesce(' ' || kind, ''), ', ' order by number) from chain_heads")
                .query(String.class)
                .single();
    }

    @Test
    void notesAndTheNewestHeadAreToldOnce() throws Exception {
        PostgresServer server = PostgresServer.shared();
        Clock clock = Clock.systemUTC();
        EvidenceKeys keys = new EvidenceKeys(directory.resolve("evidence-key"));
        try (Node node = new Node("a", directory, server, server.newDatabase())
                        .shares()
                        .tells();
                ChainHeads heads = new ChainHeads(node.store, node.own, node.keeper, clock)) {
            new ChainBeginning(node.own, keys, clock).begin();
            JdbcEvidence evidence =
                    new JdbcEvidence(node.own, node.own.reader(), keys, new ChainBeginning(node.own, keys, clock));

            heads.tell();
            assertThat(told(node)).isEqualTo("1 GENESIS");

            evidence.note("EXPORT", clock.instant(), Map.of(), Map.of("who", "a"));
            heads.tell();
            heads.tell();
            assertThat(told(node)).isEqualTo("1 GENESIS, 2 EXPORT");
            assertThat(node.record()
                            .reader()
                            .sql(
                                    "select hash = encode(sha256(line::bytea), 'hex') and line = :line and signature is not null from chain_heads where number = 2")
                            .param("line", evidence.head().line())
                            .query(Boolean.class)
                            .single())
                    .isTrue();
        }
    }
}
