package dev.quell.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.testing.MovingClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LocalRateLimitsTest extends RateLimitsContract {

    private static final Duration HOUR = Duration.ofHours(1);

    private final LocalRateLimits limits = new LocalRateLimits(new MovingClock(Instant.parse("2026-11-22T08:00:00Z")));

    @Override
    protected RateLimits open(Clock time) {
        return new LocalRateLimits(time);
    }

    private void crowd(String kind) {
        for (int i = 0; i < 3 * LocalRateLimits.MOST; i++) {
            limits.ask(kind + ":" + i, 2, HOUR);
        }
    }

    @Test
    void aKeyThatIsUsedUpIsNotForgottenForManyThatAreNot() {
        assertThat(limits.ask("names:admin", 1, HOUR)).isZero();

        crowd("names");

        assertThat(limits.ask("names:admin", 1, HOUR)).isEqualTo(HOUR);
    }

    @Test
    void keysOfAnotherKindForgetNone() {
        assertThat(limits.ask("names:admin", 4, HOUR)).isZero();

        crowd("addresses");

        for (int i = 0; i < 3; i++) {
            assertThat(limits.ask("names:admin", 4, HOUR)).isZero();
        }
        assertThat(limits.ask("names:admin", 4, HOUR)).isEqualTo(HOUR.dividedBy(4));
    }

    @Test
    void moreThanItKeepsAreForgottenTheFirstToBeWholeFirst() {
        limits.ask("names:first", 4, HOUR);

        crowd("names");

        for (int i = 0; i < 4; i++) {
            assertThat(limits.ask("names:first", 4, HOUR)).isZero();
        }
        assertThat(limits.ask("names:first", 4, HOUR)).isEqualTo(HOUR.dividedBy(4));
    }
}
