package dev.quell.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.testing.MovingClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LocalLeasesTest {

    @Test
    void eachIsGrantedWithAHigherFence() {
        MovingClock clock = new MovingClock(Instant.parse("2026-11-22T08:00:00Z"));
        LocalLeases leases = new LocalLeases(clock);

        Lease first = leases.take("a", Duration.ofSeconds(5)).orElseThrow();
        leases.giveBack(first);
        Lease second = leases.take("a", Duration.ofSeconds(5)).orElseThrow();

        assertThat(first)
                .isEqualTo(new Lease("a", clock.millis(), clock.instant().plusSeconds(5)));
        assertThat(second.fence()).isEqualTo(first.fence() + 1);
    }
}
