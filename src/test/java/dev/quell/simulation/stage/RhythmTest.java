package dev.quell.simulation.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.simulation.play.Dice;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RhythmTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
    private final Rhythm rhythm = new Rhythm(MONDAY, 14);

    @Test
    void callsFallIntoTheRunMoreOnWorkingDaysAndByDay() {
        Dice dice = new Dice(1);
        int[] weekdays = new int[8];
        int night = 0;
        for (int i = 0; i < 20_000; i++) {
            Instant at = rhythm.usual(dice);
            assertThat(at).isBetween(MONDAY, rhythm.end());
            weekdays[at.atOffset(ZoneOffset.UTC).getDayOfWeek().getValue()]++;
            night += at.atOffset(ZoneOffset.UTC).getHour() < 6 ? 1 : 0;
        }
        assertThat(weekdays[3]).isGreaterThan(weekdays[6]);
        assertThat(weekdays[6]).isGreaterThan(weekdays[7]);
        assertThat(night).isBetween(100, 1200);
    }

    @Test
    void dayAfterTheLastIsTheLast() {
        assertThat(rhythm.at(13, 8, 30)).isEqualTo("2026-03-15T08:30:00Z");
        assertThat(rhythm.at(14, 8, 30)).isEqualTo("2026-03-15T08:30:00Z");
        assertThat(rhythm.end()).isEqualTo("2026-03-16T00:00:00Z");
    }
}
