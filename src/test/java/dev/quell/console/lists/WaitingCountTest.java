package dev.quell.console.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListPattern;
import dev.quell.blocklist.proposal.Proposal;
import dev.quell.blocklist.proposal.Proposals;
import dev.quell.security.Signed;
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
    private final Proposals proposals = mock(Proposals.class);
    private final WaitingCount waiting = new WaitingCount(proposals, clock);

    @BeforeEach
    void oneOfLiAndOneOfWang() {
        when(proposals.waiting()).thenReturn(List.of(of("li"), of("wang")));
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    private static Proposal of(String author) {
        return new Proposal(
                author,
                ListKind.BLOCK,
                new ListPattern.Prefix("+86170"),
                "campaign",
                Optional.empty(),
                author,
                NOW,
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

    /** Every page shows it, those too that say what is wrong with the database. */
    @Test
    void whatCannotBeLookedUpHindersNoPage() {
        when(proposals.waiting()).thenThrow(new IllegalStateException("the database is damaged"));
        as("zhao", Role.ADMIN);
        assertThat(waiting.count()).isZero();
        assertThat(waiting.count()).isZero();
        verify(proposals, times(1)).waiting();

        doReturn(List.of(of("li"))).when(proposals).waiting();
        clock.advance(Duration.ofSeconds(3));
        assertThat(waiting.count()).isEqualTo(1);
    }

    @Test
    void itIsLookedUpOnceInSomeSeconds() {
        as("zhao", Role.ADMIN);
        waiting.count();
        waiting.count();
        verify(proposals, times(1)).waiting();

        clock.advance(Duration.ofSeconds(3));
        waiting.count();
        verify(proposals, times(2)).waiting();
    }
}
