package dev.quell.deed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.quell.blocklist.BlockListService;
import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListPattern;
import dev.quell.blocklist.proposal.Proposal;
import dev.quell.blocklist.proposal.Proposals;
import dev.quell.security.audit.Deed;
import dev.quell.security.pairs.Lapse;
import dev.quell.security.pairs.Likeness;
import dev.quell.security.pairs.Objection;
import dev.quell.security.pairs.Pairs;
import dev.quell.security.pairs.Spoken;
import dev.quell.security.pairs.Standing;
import dev.quell.security.people.Person;
import dev.quell.security.people.Right;
import dev.quell.share.Lease;
import dev.quell.share.Leases;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class ConfirmationsTest {
    private static final String ID = "0123456789ab";

    private static final ListEntry MADE = new ListEntry(
            17,
            ListKind.BLOCK,
            ListPattern.parse("+86170*"),
            "campaign",
            "li",
            ListEntry.Origin.MANUAL,
            Instant.EPOCH,
            Optional.of(Instant.EPOCH.plusSeconds(60)),
            0);

    private final Proposals proposals = mock(Proposals.class);
    private final Deeds deeds = mock(Deeds.class);
    private final Pairs pairs = mock(Pairs.class);
    private final Standing standing = mock(Standing.class);
    private final Spoken spoken = mock(Spoken.class);
    private final List<String> taken = new ArrayList<>();
    private boolean another;
    private final Person wang = Person.program("wang", Set.of(Right.BLOCK));
    private final Confirmations confirmations = new Confirmations(
            proposals,
            mock(BlockListService.class),
            deeds,
            pairs,
            standing,
            spoken,
            new StaticListableBeanFactory(Map.of("leases", new OneLease())).getBeanProvider(Leases.class),
            Clock.systemUTC());

    @BeforeEach
    void waiting() {
        when(pairs.objection(any(), any(), any())).thenReturn(Optional.empty());
        when(proposals.find(ID))
                .thenReturn(Optional.of(new Proposal(
                        ID,
                        ListKind.BLOCK,
                        ListPattern.parse("+86170*"),
                        "campaign",
                        Optional.empty(),
                        "li",
                        Instant.EPOCH,
                        Optional.empty())));
        when(proposals.decide(any(), any(), anyBoolean())).thenReturn(true);
    }

    @Test
    void anEntryThatCannotBeMadeLeavesTheProposalWaiting() {
        when(deeds.list(any(), any(), any(), any(), anyString())).thenThrow(new IllegalStateException("disk full"));

        assertThatThrownBy(() -> confirmations.confirm(ID, wang)).hasMessage("disk full");

        verify(proposals, never()).decide(any(), any(), anyBoolean());
        assertThat(taken).as("another instance may").isEmpty();
    }

    @Test
    void theEntryStandsBeforeTheProposalIsDecided() {
        when(deeds.list(any(), any(), any(), any(), anyString())).thenReturn(MADE);

        assertThat(confirmations.confirm(ID, wang)).isInstanceOf(Confirmations.Answer.Made.class);

        InOrder order = inOrder(deeds, spoken, proposals);
        order.verify(deeds).list(any(), any(), any(), any(), anyString());
        order.verify(spoken).confirmed(eq(Deed.ENTRY_CONFIRMED), eq("blocklist 17 +86170*"), any());
        order.verify(proposals).decide(any(), any(), anyBoolean());
        assertThat(taken).containsExactly("proposal:" + ID);
    }

    @Test
    void whoeverIsNoSecondPersonMakesNothing() {
        when(pairs.objection("li", "wang", Instant.EPOCH))
                .thenReturn(Optional.of(new Objection.Alike("li", "wang", Likeness.FULL_NAME)));

        assertThat(confirmations.confirm(ID, wang)).isInstanceOf(Confirmations.Answer.Objected.class);

        verify(deeds, never()).list(any(), any(), any(), any(), anyString());
        assertThat(confirmations.objection(proposals.find(ID).orElseThrow(), wang))
                .isPresent();
    }

    @Test
    void whatWasProposedByWhoMayNoMoreIsNotMade() {
        when(standing.lapse("li", Right.BLOCK)).thenReturn(Optional.of(Lapse.ACCOUNT));

        assertThat(confirmations.confirm(ID, wang))
                .isInstanceOfSatisfying(
                        Confirmations.Answer.Lapsed.class,
                        lapsed -> assertThat(lapsed.sentence())
                                .startsWith(
                                        "The account that answers for li is disabled or there no more, so nobody can")
                                .contains("propose it yourself"));

        verify(deeds, never()).list(any(), any(), any(), any(), anyString());
        verify(proposals, never()).decide(any(), any(), anyBoolean());
        assertThat(confirmations.turnDown(ID, wang)).as("it can be turned down").isPresent();
    }

    @Test
    void whatHasLapsedIsNotOpen() {
        Proposal ofLi = proposals.find(ID).orElseThrow();
        when(proposals.waiting()).thenReturn(List.of(ofLi));
        assertThat(confirmations.open()).containsExactly(ofLi);

        when(standing.lapse("li", Right.BLOCK)).thenReturn(Optional.of(Lapse.TOKEN));
        assertThat(confirmations.open()).isEmpty();
    }

    @Test
    void whoMayConfirmNoMoreMakesNothing() {
        when(standing.lapse("wang", Right.BLOCK)).thenReturn(Optional.of(Lapse.RIGHT));

        assertThat(confirmations.confirm(ID, wang))
                .isInstanceOfSatisfying(
                        Confirmations.Answer.Lapsed.class,
                        lapsed -> assertThat(lapsed.sentence())
                                .isEqualTo(
                                        "The account that answers for wang may make no such entries any more: somebody else confirms this."));
        verify(deeds, never()).list(any(), any(), any(), any(), anyString());
    }

    @Test
    void whereAnotherInstanceDecidesNothingIsDone() {
        another = true;

        assertThat(confirmations.confirm(ID, wang)).isInstanceOf(Confirmations.Answer.Gone.class);
        assertThat(confirmations.turnDown(ID, wang)).isEmpty();

        verify(proposals, never()).decide(any(), any(), anyBoolean());
        verify(deeds, never()).list(any(), any(), any(), any(), anyString());
    }

    private final class OneLease implements Leases {
        @Override
        public Optional<Lease> take(String name, Duration term) {
            if (another) {
                return Optional.empty();
            }
            taken.add(name);
            return Optional.of(new Lease(name, 1, Instant.MAX));
        }

        @Override
        public void giveBack(Lease lease) {
            taken.remove(lease.name());
        }
    }
}
