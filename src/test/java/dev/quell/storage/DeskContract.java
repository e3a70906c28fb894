package dev.quell.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListPattern;
import dev.quell.blocklist.proposal.Proposal;
import dev.quell.blocklist.proposal.Proposal.Decision;
import dev.quell.review.Judgement;
import dev.quell.review.Occasion;
import dev.quell.review.Review;
import dev.quell.review.ReviewStore;
import dev.quell.review.Tally;
import dev.quell.storage.jdbc.desk.JdbcProposalStore;
import dev.quell.storage.jdbc.desk.JdbcReviewStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the stores of reviews and proposals promise. */
abstract class DeskContract extends StoreContract {

    private static final Instant NOW = Calls.NOW;

    private JdbcReviewStore reviews;
    private JdbcProposalStore proposals;

    @BeforeEach
    void make() {
        reviews = new JdbcReviewStore(database());
        proposals = new JdbcProposalStore(database());
    }

    private static Review review(int call, Occasion occasion, Judgement judgement, Instant arrived, Instant at) {
        return new Review(occasion, Calls.id(call), Calls.CALLER, arrived, judgement, "误拦 'x'", "li", at);
    }

    private static Proposal proposal(String id, Instant at) {
        return new Proposal(
                id,
                ListKind.BLOCK,
                new ListPattern.Prefix("+86138000"),
                "campaign",
                Optional.of(NOW.plusSeconds(60)),
                "li",
                at,
                Optional.empty());
    }

    @Test
    void aReviewComesBackAsItWas() {
        Review given = review(1, Occasion.DISPUTE, Judgement.WRONG, NOW.minusSeconds(9), NOW);

        reviews.put(given);

        assertThat(reviews.of(Occasion.DISPUTE, List.of(Calls.id(1), Calls.id(2))))
                .containsExactly(given);
        assertThat(reviews.of(Occasion.SAMPLE, List.of(Calls.id(1)))).isEmpty();
        assertThat(reviews.of(Occasion.DISPUTE, List.of())).isEmpty();
    }

    @Test
    void theLastWordCountsAndIsLaterWhateverTheClockSays() {
        reviews.put(review(1, Occasion.SAMPLE, Judgement.WRONG, NOW, NOW.plusSeconds(5)));

        reviews.put(review(1, Occasion.SAMPLE, Judgement.RIGHT, NOW, NOW));

        assertThat(reviews.of(Occasion.SAMPLE, List.of(Calls.id(1))))
                .containsExactly(review(
                        1,
                        Occasion.SAMPLE,
                        Judgement.RIGHT,
                        NOW,
                        NOW.plusSeconds(5).plusMillis(1)));
    }

    @Test
    void reviewsAreCountedByTheCallsArrival() {
        reviews.put(review(1, Occasion.SAMPLE, Judgement.RIGHT, NOW.minusMillis(1), NOW));
        reviews.put(review(2, Occasion.SAMPLE, Judgement.RIGHT, NOW, NOW));
        reviews.put(review(3, Occasion.SAMPLE, Judgement.WRONG, NOW.plusMillis(9), NOW));
        reviews.put(review(4, Occasion.SAMPLE, Judgement.UNSURE, NOW.plusMillis(9), NOW));
        reviews.put(review(5, Occasion.SAMPLE, Judgement.RIGHT, NOW.plusMillis(10), NOW));
        reviews.put(review(6, Occasion.DISPUTE, Judgement.RIGHT, NOW, NOW));

        assertThat(reviews.tally(Occasion.SAMPLE, NOW, NOW.plusMillis(10))).isEqualTo(new Tally(1, 1, 1));
        assertThat(reviews.tally(Occasion.SAMPLE, NOW.plusSeconds(1), NOW.plusSeconds(2)))
                .isEqualTo(new Tally(0, 0, 0));
    }

    @Test
    void theNewestDecisionsComeFirst() {
        reviews.put(review(1, Occasion.DISPUTE, Judgement.RIGHT, NOW, NOW));
        reviews.put(review(2, Occasion.DISPUTE, Judgement.WRONG, NOW, NOW.plusSeconds(1)));
        reviews.put(review(3, Occasion.DISPUTE, Judgement.WRONG, NOW, NOW.minusSeconds(1)));

        assertThat(reviews.newest(Occasion.DISPUTE, 2))
                .extracting(Review::call)
                .containsExactly(Calls.id(2), Calls.id(1));
    }

    @Test
    void decisionsGoOnBehindAPlaceAlsoWithinAMoment() {
        reviews.put(review(1, Occasion.DISPUTE, Judgement.RIGHT, NOW, NOW));
        reviews.put(review(2, Occasion.DISPUTE, Judgement.WRONG, NOW, NOW));
        reviews.put(review(3, Occasion.DISPUTE, Judgement.WRONG, NOW, NOW.minusSeconds(1)));
        Review first = reviews.newest(Occasion.DISPUTE, 1).getFirst();
        List<Review> behind = reviews.newest(Occasion.DISPUTE, Optional.of(ReviewStore.Place.of(first)), 9);

        assertThat(behind).hasSize(2).doesNotContain(first);
        assertThat(behind.getLast().call()).isEqualTo(Calls.id(3));
    }

    @Test
    void aProposalWaitsUntilItIsDecidedOnce() {
        proposals.add(proposal("b", NOW.plusMillis(1)));
        proposals.add(proposal("a", NOW));
        assertThat(proposals.waiting(9)).containsExactly(proposal("a", NOW), proposal("b", NOW.plusMillis(1)));
        assertThat(proposals.waiting(1)).extracting(Proposal::id).containsExactly("a");

        Decision first = new Decision(NOW.plusSeconds(1), "wang", true);
        assertThat(proposals.decide("a", first)).isTrue();
        assertThat(proposals.decide("a", new Decision(NOW.plusSeconds(2), "li", false)))
                .isFalse();

        assertThat(proposals.find("a").orElseThrow().decision()).contains(first);
        assertThat(proposals.waiting(9)).extracting(Proposal::id).containsExactly("b");
        assertThat(proposals.find("c")).isEmpty();
        assertThat(proposals.confirmed(first.at(), first.at().plusMillis(1)))
                .extracting(Proposal::id)
                .containsExactly("a");
        assertThat(proposals.confirmed(first.at().plusMillis(1), first.at().plusSeconds(9)))
                .isEmpty();
        proposals.decide("b", new Decision(first.at(), "li", false));
        assertThat(proposals.confirmed(first.at(), first.at().plusMillis(1))).hasSize(1);
    }

    @Test
    void anEntryForGoodCanBeProposed() {
        Proposal given = new Proposal(
                "e",
                ListKind.ALLOW,
                new ListPattern.Prefix("+86138000"),
                "our branch",
                Optional.empty(),
                "li",
                NOW,
                Optional.empty());

        proposals.add(given);

        assertThat(proposals.find("e")).contains(given);
    }
}
