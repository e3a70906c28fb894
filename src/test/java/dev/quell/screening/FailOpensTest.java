package dev.quell.screening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.testing.MovingClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FailOpensTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final MovingClock clock = new MovingClock(NOON);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final FailOpens failOpens = new FailOpens(meters, clock);

    @Test
    void eachReasonIsToldWithItsLastTimeTheNewestFirst() {
        assertThat(failOpens.last()).isEmpty();
        failOpens.count("journal");
        failOpens.count("history");
        clock.advance(Duration.ofSeconds(1));
        failOpens.report("journal", "look at the disk");

        assertThat(failOpens.last())
                .containsExactly(new FailOpen("journal", NOON.plusSeconds(1), 2), new FailOpen("history", NOON, 1));
        assertThat(meters.get("quell.failopen")
                        .tag("reason", "journal")
                        .counter()
                        .count())
                .isEqualTo(2);
    }
}
