package dev.quell.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListPattern;
import dev.quell.blocklist.proposal.Proposal;
import dev.quell.blocklist.proposal.Proposal.Decision;
import dev.quell.review.Judgement;
import dev.quell.review.Occasion;
import dev.quell.review.Review;
import dev.quell.storage.Calls;
import dev.quell.storage.jdbc.desk.JdbcProposalStore;
import dev.quell.storage.jdbc.desk.JdbcReviewStore;
import dev.quell.testing.servers.NeedsPostgres;
import dev.quell.testing.servers.PostgresServer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reviews and proposals on two instances and in the record that they share. */
@NeedsPostgres
class SharedDeskTest {

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

    private static JdbcReviewStore reviews(Node node) {
        return new JdbcReviewStore(node.own());
    }

    private static JdbcProposalStore proposals(Node node) {
        return new JdbcProposalStore(node.own());
    }

    private static Review review(Judgement judgement, String by, Instant at) {
        return new Review(Occasion.SAMPLE, Calls.id(1), Calls.CALLER, NOW, judgement, "误拦", by, at);
    }

    private static Proposal proposal() {
        return new Proposal(
                "a1",
                ListKind.BLOCK,
                new ListPattern.Prefix("+86138000"),
                "campaign",
                Optional.of(NOW.plusSeconds(60)),
                "li",
                NOW,
                Optional.empty());
    }

    private void tellEachOther() {
        a.tells();
        b.tells();
        a.hears();
        b.hears();
    }

    @Test
    void whatWasThereBeforeSharingIsToldToo() {
        reviews(a).put(review(Judgement.WRONG, "li", NOW));
        proposals(a).add(proposal());
        a.shares();
        b.shares();
        tellEachOther();

        assertThat(reviews(b).newest(Occasion.SAMPLE, 9)).containsExactly(review(Judgement.WRONG, "li", NOW));
        assertThat(proposals(b).waiting(9)).containsExactly(proposal());
    }

    @Test
    void theLaterReviewCountsEverywhere() {
        a.shares();
        b.shares();
        reviews(a).put(review(Judgement.WRONG, "li", NOW.plusMillis(9)));
        reviews(b).put(review(Judgement.RIGHT, "wang", NOW.plusMillis(8)));
        tellEachOther();
        tellEachOther();

        assertThat(reviews(a).of(Occasion.SAMPLE, List.of(Calls.id(1))))
                .containsExactly(review(Judgement.WRONG, "li", NOW.plusMillis(9)));
        assertThat(reviews(b).newest(Occasion.SAMPLE, 9)).isEqualTo(reviews(a).newest(Occasion.SAMPLE, 9));
    }

    @Test
    void theFirstDecisionCountsEverywhere() {
        a.shares();
        b.shares();
        proposals(a).add(proposal());
        tellEachOther();
        proposals(a).decide("a1", new Decision(NOW.plusSeconds(2), "wang", false));
        proposals(b).decide("a1", new Decision(NOW.plusSeconds(1), "zhao", true));
        tellEachOther();
        tellEachOther();

        for (Node node : List.of(a, b)) {
            assertThat(proposals(node).find("a1").orElseThrow().decision())
                    .contains(new Decision(NOW.plusSeconds(1), "zhao", true));
        }
    }
}
