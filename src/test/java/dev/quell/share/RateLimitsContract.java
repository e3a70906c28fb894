package dev.quell.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.testing.MovingClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What limits promise, whoever counts. */
public abstract class RateLimitsContract {

    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-22T08:00:00Z"));
    private RateLimits limits;

    /** Limits that counted nothing yet. */
    protected abstract RateLimits open(Clock time);

    @BeforeEach
    final void openLimits() {
        limits = open(clock);
    }

    private Duration ask(String key) {
        return limits.ask(key, 5, TEN_SECONDS);
    }

    @Test
    void burstIsAllowedAtOnceAndThenOneAfterTheOther() {
        for (int i = 0; i < 5; i++) {
            assertThat(ask("a")).isZero();
        }
        assertThat(ask("a")).isEqualTo(Duration.ofSeconds(2));

        clock.advance(Duration.ofMillis(1_999));
        assertThat(ask("a")).isEqualTo(Duration.ofMillis(1));

        clock.advance(Duration.ofMillis(1));
        assertThat(ask("a")).isZero();
        assertThat(ask("a")).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void whatIsRefusedDoesNotCount() {
        for (int i = 0; i < 100; i++) {
            ask("a");
        }

        clock.advance(TEN_SECONDS);

        for (int i = 0; i < 5; i++) {
            assertThat(ask("a")).isZero();
        }
        assertThat(ask("a")).isPositive();
    }

    @Test
    void whatIsGivenBackMayBeDoneOnceMoreAndNeverMoreThanTheBurst() {
        limits.giveBack("a", 5, TEN_SECONDS);
        for (int i = 0; i < 5; i++) {
            assertThat(ask("a")).isZero();
        }
        assertThat(ask("a")).isPositive();

        limits.giveBack("a", 5, TEN_SECONDS);
        assertThat(ask("a")).isZero();
        assertThat(ask("a")).isEqualTo(Duration.ofSeconds(2));

        for (int i = 0; i < 9; i++) {
            limits.giveBack("a", 5, TEN_SECONDS);
        }
        for (int i = 0; i < 5; i++) {
            assertThat(ask("a")).isZero();
        }
        assertThat(ask("a")).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void keysAreCountedApart() {
        for (int i = 0; i < 5; i++) {
            ask("a");
        }

        assertThat(ask("b")).isZero();
        assertThat(ask("a")).isPositive();
    }

    @Test
    void clockThatIsSetBackKeepsNobodyOutForLongerThanTheTime() {
        for (int i = 0; i < 5; i++) {
            ask("a");
        }

        clock.advance(Duration.ofDays(-1));

        assertThat(ask("a")).isEqualTo(Duration.ofSeconds(2));
        clock.advance(Duration.ofSeconds(2));
        assertThat(ask("a")).isZero();
    }
}
