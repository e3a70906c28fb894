package dev.quell.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.testing.MovingClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FailedTokensTest {
    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-22T08:00:00Z"));
    private final FailedTokens failed = new FailedTokens(clock, new ApiSettings.Failures(Duration.ofMinutes(1), 3));

    @Test
    void theFirstOnesUpToTheLimitAreAnsweredOneByOne() {
        assertThat(failed.tooMany(failed.count("192.0.2.1"))).isFalse();
        assertThat(failed.tooMany(failed.count("192.0.2.1"))).isFalse();
        assertThat(failed.tooMany(failed.count("192.0.2.1"))).isFalse();
        assertThat(failed.tooMany(failed.count("192.0.2.1"))).isTrue();
        assertThat(failed.tooMany(failed.count("192.0.2.2"))).isFalse();
    }

    @Test
    void aWindowEndsByTheClockAndNotByFurtherFailures() {
        failed.count("192.0.2.1");
        clock.advance(Duration.ofSeconds(59));
        assertThat(failed.count("192.0.2.1")).isEqualTo(2);
        assertThat(failed.wait("192.0.2.1")).isEqualTo(Duration.ofSeconds(1));
        clock.advance(Duration.ofSeconds(1));
        assertThat(failed.wait("192.0.2.1")).isZero();
        assertThat(failed.count("192.0.2.1")).isEqualTo(1);
    }

    @Test
    void addressesBeyondTheBoundPushOutTheOldest() {
        failed.count("first");
        for (int i = 1; i < FailedTokens.MAX_PEERS; i++) {
            failed.count("peer" + i);
        }
        assertThat(failed.count("first")).isEqualTo(2);
        failed.count("one more");
        assertThat(failed.count("first")).isEqualTo(1);
    }
}
