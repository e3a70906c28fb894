package dev.quell.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.storage.Calls;
import dev.quell.storage.Proposed;
import dev.quell.storage.jdbc.JdbcRevisionStore;
import dev.quell.storage.jdbc.desk.JdbcRuleProposalStore;
import dev.quell.testing.servers.NeedsPostgres;
import dev.quell.testing.servers.PostgresServer;
import dev.quell.tuning.Revision;
import dev.quell.tuning.Tuning;
import dev.quell.tuning.proposal.RuleProposal;
import dev.quell.tuning.proposal.RuleProposal.Decision;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Saved and proposed rules on two instances and in the record that they share. */
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

    @Test
    void whatWasProposedIsOnBothAndTheFirstDecisionCounts() {
        JdbcRuleProposalStore ofA = new JdbcRuleProposalStore(a.own());
        JdbcRuleProposalStore ofB = new JdbcRuleProposalStore(b.own());
        RuleProposal before = Proposed.rules("eeeeeeee-1", "", NOW);
        RuleProposal wanted = Proposed.rules("ffffffff-1", "", NOW.plusMillis(1));
        ofA.add(before);
        a.shares();
        b.shares();
        ofB.add(wanted);
        tellEachOther();
        tellEachOther();
        assertThat(ofA.waiting(9)).containsExactly(before, wanted);
        assertThat(ofB.waiting(9)).containsExactly(before, wanted);

        Revision made = revision("abcdabcd", NOW.plusSeconds(1));
        Decision yes = new Decision(NOW.plusSeconds(1), "wang", true);
        assertThat(ofA.accept("ffffffff-1", yes, made)).isTrue();
        assertThat(ofB.turnDown("ffffffff-1", new Decision(NOW.plusSeconds(2), "zhao", false)))
                .isTrue();
        tellEachOther();
        tellEachOther();

        for (Node node : List.of(a, b)) {
            assertThat(new JdbcRuleProposalStore(node.own())
                            .find("ffffffff-1")
                            .orElseThrow()
                            .decision())
                    .contains(yes);
            assertThat(rules(node).latest(9)).containsExactly(made);
        }
        assertThat(ofB.accept("eeeeeeee-1", yes, revision("dcbadcba", NOW.plusSeconds(2))))
                .as("other rules decide since, as the other instance said")
                .isFalse();
    }
}
