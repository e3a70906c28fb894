package dev.quell.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.storage.Calls;
import dev.quell.storage.jdbc.JdbcRevisionStore;
import dev.quell.testing.servers.NeedsPostgres;
import dev.quell.testing.servers.PostgresServer;
import dev.quell.tuning.Revision;
import dev.quell.tuning.Tuning;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Saved rules on two instances and in the record that they share. */
@NeedsPostgres
class SharedRulesTest {

    private static final Instant NOW = Calls.NOW;

    @TempDir
    Path directory;

    private final PostgresServer server = PostgresServer.shared();
    private final String database = server.newDatabase();
    private Node a;
    private Node b;

    @BeforeEach
    void start() {
        a = new Node("a", directory.resolve("a"), server, database);
        b = new Node("b", directory.resolve("b"), server, database);
    }

    @AfterEach
    void stop() {
        a.close();
        b.close();
    }

    private static Revision revision(String id, Instant at) {
        return new Revision(id, at, "li.na", "too many", new Tuning(Map.of("CLI_WITHHELD", 0.5), Optional.empty()));
    }

    private static JdbcRevisionStore rules(Node node) {
        return new JdbcRevisionStore(node.own());
    }

    private void tellEachOther() {
        a.tells();
        b.tells();
        a.hears();
        b.hears();
    }

    @Test
    void whatWasSavedBeforeSharingAndAfterIsOnBothAndTheLatestHolds() {
        Revision before = revision("aaaaaaaa", NOW);
        Revision ofA = revision("bbbbbbbb", NOW.plusMillis(5));
        Revision ofB = revision("cccccccc", NOW.plusMillis(9));
        rules(a).add(before);
        a.shares();
        b.shares();
        tellEachOther();
        assertThat(rules(b).latest(9)).containsExactly(before);

        rules(a).add(ofA);
        rules(b).add(ofB);
        tellEachOther();
        tellEachOther();

        assertThat(rules(a).latest(9)).containsExactly(ofB, ofA, before);
        assertThat(rules(b).latest(9)).isEqualTo(rules(a).latest(9));
    }
}
