package dev.quell.console.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListPattern;
import dev.quell.blocklist.proposal.Proposal;
import dev.quell.deed.Confirmations;
import dev.quell.security.Signed;
import dev.quell.security.pairs.Likeness;
import dev.quell.security.pairs.Objection;
import dev.quell.security.pairs.Pairs;
import dev.quell.security.people.Person;
import dev.quell.security.people.Role;
import dev.quell.testing.MovingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.context.SecurityContextHolder;

class WaitingCountTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    private final MovingClock clock = new MovingClock(NOW);
    private final Confirmations confirmations = mock(Confirmations.class);
    private final Pairs pairs = mock(Pairs.class);
    private final Pairs.Look look = mock(Pairs.Look.class);
    private final WaitingCount waiting = new WaitingCount(confirmations, pairs, clock);

    @BeforeEach
    void oneOfLiAndOneOfATokenOfWang() {
        when(confirmations.open()).thenReturn(List.of(of("li", NOW), of("token:wang", NOW.minusSeconds(9))));
        when(pairs.look(any())).thenReturn(look);
        when(look.objection(any(), any(), any())).thenAnswer(asked -> {
            String owner = asked.<String>getArgument(0).replace("token:", "");
            String by = asked.getArgument(1);
            return Optional.of(new Objection.Own(owner, by)).filter(own -> owner.equals(by));
        });
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    private static Proposal of(String author, Instant at) {
        return new Proposal(
                author,
                ListKind.BLOCK,
                new ListPattern.Prefix("+86170"),
                "campaign",
                Optional.empty(),
                author,
                at,
                Optional.empty());
    }

    private static void as(String name, Role role) {
        SecurityContextHolder.getContext()
                .setAuthentication(Signed.as(new Person(name, name, Set.of(role), role.rights(), Optional.empty())));
    }

    @Test
    void whatOthersProposedWaitsForWhoeverMayConfirm() {
        assertThat(waiting.count()).isZero();
        as("li", Role.SECURITY);
        assertThat(waiting.count()).isEqualTo(1);
        as("zhao", Role.ADMIN);
        assertThat(waiting.count()).isEqualTo(2);
        as("chen", Role.AUDITOR);
        assertThat(waiting.count()).isZero();
    }

    @Test
    void whatOnesOwnTokenProposedDoesNotWaitForOneself() {
        as("wang", Role.SECURITY);
        assertThat(waiting.count()).isEqualTo(1);
    }

    @Test
    void whatOneIsNoSecondPersonForDoesNotWaitForOne() {
        doReturn(Optional.of(new Objection.Alike("li", "li.two", Likeness.NAME)))
                .when(look)
                .objection("li", "li.two", NOW);
        as("li.two", Role.SECURITY);
        assertThat(waiting.count()).isEqualTo(1);
    }

    /** Every page shows it, those too that say what is wrong with the database. */
    @Test
    void whatCannotBeLookedUpHindersNoPage() {
        when(confirmations.open()).thenThrow(new IllegalStateException("the database is damaged"));
        as("zhao", Role.ADMIN);
        assertThat(waiting.count()).isZero();
        assertThat(waiting.count()).isZero();
        verify(confirmations, times(1)).open();

        doReturn(List.of(of("li", NOW))).when(confirmations).open();
        clock.advance(Duration.ofSeconds(3));
        assertThat(waiting.count()).isEqualTo(1);
    }

    @Test
    void anAuditThatCannotBeReadHindersNoPageEither() {
        when(pairs.look(any())).thenThrow(new IllegalStateException("the database is damaged"));
        as("zhao", Role.ADMIN);
        assertThat(waiting.count()).isZero();
        assertThat(waiting.count()).isZero();
        verify(pairs, times(1)).look(any());
    }

    @Test
    void itIsLookedUpOnceInSomeSecondsForAllReaders() {
        as("zhao", Role.ADMIN);
        waiting.count();
        as("li", Role.SECURITY);
        waiting.count();
        verify(confirmations, times(1)).open();
        clock.advance(Duration.ofSeconds(3));
        waiting.count();
        verify(confirmations, times(2)).open();
    }

    @Test
    void theAuditIsReadOnceInHalfAMinuteUnlessItTakesAnEarlierPart() {
        as("zhao", Role.ADMIN);
        waiting.count();
        verify(pairs).look(NOW.minusSeconds(9));
        for (int i = 0; i < 9; i++) {
            clock.advance(Duration.ofSeconds(3));
            waiting.count();
        }
        verify(pairs, times(1)).look(any());
        clock.advance(Duration.ofSeconds(3));
        waiting.count();
        verify(pairs, times(2)).look(any());

        when(confirmations.open()).thenReturn(List.of(of("li", NOW.minusSeconds(10))));
        clock.advance(Duration.ofSeconds(3));
        waiting.count();
        verify(pairs).look(NOW.minusSeconds(10));
    }

    @Test
    void whereNothingWaitsTheAuditIsNotRead() {
        when(confirmations.open()).thenReturn(List.of());
        as("zhao", Role.ADMIN);
        assertThat(waiting.count()).isZero();
        verify(pairs, times(0)).look(any());
    }
}
