package dev.quell.asterisk.agi.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class JamTest {

    private long nanos;
    private final Jam jam = new Jam(() -> nanos);

    private boolean turnsAway(long waitedMillis) {
        return jam.turnsAway(Duration.ofMillis(waitedMillis));
    }

    private void pass(long millis) {
        nanos += Duration.ofMillis(millis).toNanos();
    }

    /** A request every 100 ms for so long, each having waited. */
    private void jammed(long millis) {
        for (long passed = 0; passed < millis; passed += 100) {
            turnsAway(200);
            pass(100);
        }
    }

    @Test
    void aShortJamIsWorkedOff() {
        jammed(1000);

        assertThat(turnsAway(1400)).isFalse();
    }

    @Test
    void inALastingJamWhoeverWaitedTooLongIsTurnedAway() {
        jammed(1000);
        pass(1);

        assertThat(turnsAway(301)).isTrue();
        assertThat(turnsAway(300)).isFalse();
    }

    @Test
    void aPromptRequestEndsTheJam() {
        jammed(1100);
        assertThat(turnsAway(50)).isFalse();
        assertThat(turnsAway(301)).isTrue();

        assertThat(turnsAway(49)).isFalse();
        assertThat(turnsAway(301)).isFalse();
    }

    @Test
    void afterASecondWithoutARequestAJamBeginsAnew() {
        jammed(1100);
        pass(900);
        assertThat(turnsAway(301)).isTrue();

        pass(1001);
        assertThat(turnsAway(301)).isFalse();
    }
}
