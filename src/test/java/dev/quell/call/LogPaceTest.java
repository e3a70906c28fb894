package dev.quell.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.testing.MovingClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LogPaceTest {

    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-20T08:00:00Z"));
    private final LogPace pace = new LogPace(2, clock);

    @Test
    void linesWithinThePaceAreWritten() {
        assertThat(pace.next()).isZero();
        assertThat(pace.next()).isZero();
        assertThat(pace.next()).isEqualTo(LogPace.LEFT_OUT);
    }

    @Test
    void theNextSecondsFirstLineTellsHowManyWereLeftOut() {
        for (int line = 0; line < 5; line++) {
            pace.next();
        }

        clock.advance(Duration.ofMillis(1001));

        assertThat(pace.next()).isEqualTo(3);
        assertThat(pace.next()).isZero();
    }

    @Test
    void aClockSetBackDoesNotSilenceTheLog() {
        pace.next();
        pace.next();

        clock.advance(Duration.ofHours(-1));

        assertThat(pace.next()).isZero();
    }
}
