package dev.quell.blocklist.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListPattern;
import dev.quell.blocklist.ListRefusal;
import dev.quell.blocklist.ListServices;
import dev.quell.call.CallerNumber;
import dev.quell.testing.MovingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProposalsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final ListPattern NUMBER = new ListPattern.Exact(new CallerNumber.E164("+8613800138000"));
    private static final ListPattern PREFIX = new ListPattern.Prefix("+86138001");

    private final MovingClock clock = new MovingClock(NOW);
    private final Map<String, Proposal> kept = new LinkedHashMap<>();
    private final Proposals proposals = new Proposals(new Kept(), ListServices.over(clock), clock);

    private static Optional<Instant> in(Duration time) {
        return Optional.of(NOW.plus(time));
    }

    @Test
    void prefixesOfBothListsNeedTwo() {
        assertThat(proposals.needed(ListKind.BLOCK, PREFIX, in(Duration.ofHours(1))))
                .isTrue();
        assertThat(proposals.needed(ListKind.ALLOW, PREFIX, Optional.empty())).isTrue();
    }

    @Test
    void rangesOfBothListsNeedTwo() {
        ListPattern range = ListPattern.parse("+8675561230000-+8675561239998");

        assertThat(proposals.needed(ListKind.BLOCK, range, in(Duration.ofHours(1))))
                .isTrue();
        assertThat(proposals.needed(ListKind.ALLOW, range, Optional.empty())).isTrue();
    }

    @Test
    void aBlockOfANumberNeedsTwoFromSevenDaysOn() {
        assertThat(proposals.needed(ListKind.BLOCK, NUMBER, in(Duration.ofDays(7))))
                .isFalse();
        assertThat(proposals.needed(
                        ListKind.BLOCK, NUMBER, in(Duration.ofDays(7).plusMillis(1))))
                .isTrue();
        assertThat(proposals.needed(ListKind.ALLOW, NUMBER, Optional.empty())).isFalse();
    }

    @Test
    void whatMayNotBeMadeIsNotProposed() {
        assertThatThrownBy(() -> proposals.propose(ListKind.BLOCK, PREFIX, "x", Optional.empty(), "li"))
                .isInstanceOf(ListRefusal.class);
        assertThat(kept).isEmpty();
    }

    private static ListEntry entry(String author, ListEntry.Origin origin, Instant made) {
        return new ListEntry(7, ListKind.BLOCK, PREFIX, "campaign", author, origin, made, in(Duration.ofDays(1)), 0);
    }

    @Test
    void anEntryTellsItsSecondPersonFromTheWordThatFollowedIt() {
        Proposal made = proposals.propose(ListKind.BLOCK, PREFIX, "campaign", in(Duration.ofDays(1)), "li");
        ListEntry entry = entry("li", ListEntry.Origin.MANUAL, clock.instant());
        assertThat(proposals.confirmed(List.of(entry))).isEmpty();
        clock.advance(Duration.ofMillis(40));
        proposals.decide(made, "wang", true);

        assertThat(proposals.confirmed(List.of(entry)))
                .containsExactly(Map.entry(7L, new Proposal.Decision(clock.instant(), "wang", true)));
        assertThat(proposals.confirmed(List.of(
                        entry("zhao", ListEntry.Origin.MANUAL, NOW),
                        entry("li", ListEntry.Origin.LADDER, NOW),
                        entry("li", ListEntry.Origin.MANUAL, NOW.minus(Duration.ofMinutes(2))),
                        entry("li", ListEntry.Origin.MANUAL, clock.instant().plusMillis(1)))))
                .isEmpty();
        assertThat(proposals.confirmed(List.of())).isEmpty();
    }

    @Test
    void whatWasTurnedDownHasNoSecondPerson() {
        Proposal made = proposals.propose(ListKind.BLOCK, PREFIX, "campaign", in(Duration.ofDays(1)), "li");
        proposals.decide(made, "wang", false);

        assertThat(proposals.confirmed(List.of(entry("li", ListEntry.Origin.MANUAL, NOW))))
                .isEmpty();
    }

    @Test
    void onlyAnotherPersonConfirms() {
        Proposal made = proposals.propose(ListKind.BLOCK, PREFIX, "campaign", in(Duration.ofDays(1)), "li");

        assertThat(Proposals.mayConfirm(made, "li")).isFalse();
        assertThatThrownBy(() -> proposals.decide(made, "li", true)).isInstanceOf(IllegalArgumentException.class);
        assertThat(proposals.waiting()).containsExactly(made);
        assertThat(proposals.decide(made, "wang", true)).isTrue();
        assertThat(proposals.decide(made, "zhao", true)).isFalse();
        assertThat(proposals.waiting()).isEmpty();
        assertThat(proposals.find(made.id())).isEmpty();
    }

    @Test
    void whoProposedMayTakeItBack() {
        Proposal made = proposals.propose(ListKind.BLOCK, PREFIX, "campaign", in(Duration.ofDays(1)), "li");

        assertThat(proposals.decide(made, "li", false)).isTrue();
        assertThat(proposals.waiting()).isEmpty();
    }

    @Test
    void aProposalIsGoodUntilItsEndAndForThirtyDays() {
        Proposal brief = proposals.propose(ListKind.BLOCK, PREFIX, "campaign", in(Duration.ofDays(1)), "li");
        Proposal lasting = proposals.propose(ListKind.ALLOW, PREFIX, "branch", Optional.empty(), "li");

        clock.advance(Duration.ofDays(1).minusMillis(1));
        assertThat(proposals.waiting()).containsExactly(brief, lasting);
        clock.advance(Duration.ofMillis(1));
        assertThat(proposals.waiting()).containsExactly(lasting);
        clock.advance(Duration.ofDays(29).minusMillis(1));
        assertThat(proposals.waiting()).containsExactly(lasting);
        clock.advance(Duration.ofMillis(1));
        assertThat(proposals.waiting()).isEmpty();
    }

    private final class Kept implements ProposalStore {
        @Override
        public void add(Proposal proposal) {
            kept.put(proposal.id(), proposal);
        }

        @Override
        public Optional<Proposal> find(String id) {
            return Optional.ofNullable(kept.get(id));
        }

        @Override
        public List<Proposal> waiting(int limit) {
            return kept.values().stream()
                    .filter(one -> one.decision().isEmpty())
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<Proposal> confirmed(Instant from, Instant to) {
            return kept.values().stream()
                    .filter(one -> one.decision()
                            .filter(word -> word.accepted()
                                    && !word.at().isBefore(from)
                                    && word.at().isBefore(to))
                            .isPresent())
                    .toList();
        }

        @Override
        public boolean decide(String id, Proposal.Decision decision) {
            Proposal one = kept.get(id);
            if (one == null || one.decision().isPresent()) {
                return false;
            }
            kept.put(
                    id,
                    new Proposal(
                            id,
                            one.kind(),
                            one.pattern(),
                            one.reason(),
                            one.end(),
                            one.author(),
                            one.madeAt(),
                            Optional.of(decision)));
            return true;
        }
    }
}
