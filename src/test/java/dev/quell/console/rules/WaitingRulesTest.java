package dev.quell.console.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.quell.deed.rules.RuleConfirmations;
import dev.quell.security.Signed;
import dev.quell.security.pairs.Objection;
import dev.quell.security.pairs.Pairs;
import dev.quell.security.people.Person;
import dev.quell.security.people.Role;
import dev.quell.storage.Proposed;
import dev.quell.testing.MovingClock;
import dev.quell.tuning.proposal.RuleProposal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.context.SecurityContextHolder;

class WaitingRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    private final MovingClock clock = new MovingClock(NOW);
    private final RuleConfirmations confirmations = mock(RuleConfirmations.class);
    private final Pairs pairs = mock(Pairs.class);
    private final Pairs.Look look = mock(Pairs.Look.class);
    private final WaitingRules waiting = new WaitingRules(confirmations, pairs, clock);
    private final RuleProposal ofLiNa = Proposed.rules("aaaaaaaa-1", "", NOW);

    @BeforeEach
    void one() {
        when(confirmations.open()).thenReturn(List.of(ofLiNa));
        when(pairs.look(NOW)).thenReturn(look);
        when(look.objection(any(), any(), any())).thenReturn(Optional.empty());
        when(look.objection("li.na", "li.na", NOW)).thenReturn(Optional.of(new Objection.Own("li.na", "li.na")));
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    private static void as(String name, Role role) {
        SecurityContextHolder.getContext()
                .setAuthentication(Signed.as(new Person(name, name, Set.of(role), role.rights(), Optional.empty())));
    }

    @Test
    void whatOthersAskedForWaitsForWhoeverMayConfirm() {
        assertThat(waiting.count()).isZero();
        as("zhao", Role.ADMIN);
        assertThat(waiting.count()).isEqualTo(1);
        as("li.na", Role.ADMIN);
        assertThat(waiting.count()).isZero();
        as("zhao", Role.SECURITY);
        assertThat(waiting.count()).isZero();
    }

    @Test
    void whereItCannotBeLookedUpNobodyWaits() {
        when(confirmations.open()).thenThrow(new IllegalStateException("no disk"));
        as("zhao", Role.ADMIN);

        assertThat(waiting.count()).isZero();
    }

    @Test
    void itIsLookedUpOnceInSomeSeconds() {
        as("zhao", Role.ADMIN);
        waiting.count();
        waiting.count();
        verify(confirmations, times(1)).open();

        clock.advance(Duration.ofSeconds(3));
        waiting.count();
        verify(confirmations, times(2)).open();
    }
}
