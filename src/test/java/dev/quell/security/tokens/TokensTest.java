package dev.quell.security.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.quell.call.FairTime;
import dev.quell.security.audit.Audit;
import dev.quell.testing.MovingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;

class TokensTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    private final MovingClock clock = new MovingClock(NOW);
    private final FairTime time = mock(FairTime.class, call -> call.getArgument(0));
    private final Tokens tokens = new Tokens(mock(TokenStore.class), mock(Audit.class), clock, new Provided(time));

    @Test
    void aTokenHoldsUntilItsEnd() {
        String text = tokens.make("CRM", Set.of(Scope.CALLS_READ), NOW.plusSeconds(60), "ann")
                .text();

        clock.advance(Duration.ofMillis(59_999));
        assertThat(tokens.person(text)).isPresent();
        clock.advance(Duration.ofMillis(1));
        assertThat(tokens.person(text)).isEmpty();
    }

    @Test
    void aClockThatIsBehindOpensNothingAgain() {
        String text = tokens.make("CRM", Set.of(Scope.CALLS_READ), NOW.plusSeconds(60), "ann")
                .text();
        when(time.against(NOW)).thenReturn(NOW.plusSeconds(60));

        assertThat(tokens.person(text)).isEmpty();
    }

    @Test
    void whatWasSaidWithATokenHoldsAsLongAsTheTokenDoes() {
        Token token = tokens.make("CRM", Set.of(Scope.LISTS_WRITE), NOW.plusSeconds(60), "ann")
                .token();
        String program = "token:" + token.id();

        assertThat(tokens.holds(program)).isTrue();
        assertThat(tokens.holds("ann")).as("no token").isTrue();
        assertThat(tokens.holds("token:000000000000")).as("none that is known").isFalse();
        clock.advance(Duration.ofMillis(59_999));
        assertThat(tokens.holds(program)).isTrue();
        clock.advance(Duration.ofMillis(1));
        assertThat(tokens.holds(program)).isFalse();
    }

    @Test
    void whatWasSaidWithARevokedTokenHoldsNoMore() {
        Token token = tokens.make("CRM", Set.of(Scope.LISTS_WRITE), NOW.plusSeconds(60), "ann")
                .token();
        Token revoked = new Token(
                token.id(),
                token.name(),
                token.scopes(),
                token.hash(),
                token.createdAt(),
                token.createdBy(),
                token.expiresAt(),
                Optional.of(NOW),
                Optional.of("bo"));

        tokens.heard(List.of(revoked));

        assertThat(tokens.holds("token:" + token.id())).isFalse();
    }

    /** Gives what it is given. */
    private record Provided(FairTime time) implements ObjectProvider<FairTime> {
        @Override
        public FairTime getObject() {
            return time;
        }
    }
}
