package dev.quell.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.testing.MovingClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LocalRateLimitsTest extends RateLimitsContract {

    @Override
    protected RateLimits open(Clock time) {
        return new LocalRateLimits(time);
    }

    @Test
    void moreKeysThanItKeepsAreForgottenRatherThanKept() {
        LocalRateLimits limits = new LocalRateLimits(new MovingClock(Instant.parse("2026-11-22T08:00:00Z")));
        assertThat(limits.ask("first", 1, Duration.ofHours(1))).isZero();
        for (int i = 1; i < LocalRateLimits.MOST; i++) {
            limits.ask("key" + i, 1, Duration.ofHours(1));
        }
        assertThat(limits.ask("last", 1, Duration.ofHours(1))).isZero();
        assertThat(limits.ask("first", 1, Duration.ofHours(1))).isZero();
        assertThat(limits.ask("first", 1, Duration.ofHours(1))).isPositive();
    }
}
