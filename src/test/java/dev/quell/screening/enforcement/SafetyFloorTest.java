package dev.quell.screening.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.screening.ScreeningSettings;
import dev.quell.testing.ShippedSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetyFloorTest {

    private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");

    private final ScreeningSettings settings =
            ShippedSettings.of("quell.screening", ScreeningSettings.class, "mode", "enforce", "holdout", "0");
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final SafetyFloor floor = new SafetyFloor(settings.floor(), meters);
    private Instant now = START;

    @ParameterizedTest
    @CsvSource({
        "299, 299, false", // too few calls
        "300, 19, false", // too few diverted
        "300, 20, true",
        "1000, 20, false", // just the limit of 2 %
        "1000, 21, true"
    })
    void tripsAboveTheLimit(int calls, int diverted, boolean trips) {
        pass(calls - diverted);
        divert(diverted);

        assertThat(floor.tripped()).isEqualTo(trips);
        assertThat(meters.get("quell.floor").gauge().value()).isEqualTo(trips ? 1 : 0);
    }

    @Test
    void standsDownWhenTheShareIsBack() {
        pass(280);
        divert(20);
        assertThat(floor.tripped()).isTrue();

        now = now.plus(Duration.ofMinutes(15)).plusNanos(1);
        pass(1);

        assertThat(floor.tripped()).isFalse();
    }

    @Test
    void tellsHowItStands() {
        pass(281);
        assertThat(floor.state(now)).isEqualTo(new FloorState(false, Duration.ofMinutes(15), 281, 0, 0.02, false));
        divert(20);
        FloorState state = floor.state(now);
        assertThat(state).isEqualTo(new FloorState(true, Duration.ofMinutes(15), 301, 20, 0.02, true));
        assertThat(state.share()).isEqualTo(20.0 / 301);

        FloorState later = floor.state(now.plus(Duration.ofMinutes(15)).plusNanos(1));

        assertThat(later.calls()).isZero();
        assertThat(later.share()).isZero();
        assertThat(later.tripped()).as("until the next call").isTrue();
    }

    @Test
    void whatIsUsualForTheSiteIsNoAlarm() {
        for (int quarter = 0; quarter < 8; quarter++) {
            pass(285);
            divert(15);
            now = now.plus(Duration.ofMinutes(16));
        }
        pass(255);
        divert(45);
        assertThat(floor.tripped()).as("three times the usual 5 %").isFalse();

        divert(1);
        assertThat(floor.tripped()).as("more than three times").isTrue();
    }

    private void pass(int calls) {
        count(calls, false);
    }

    private void divert(int calls) {
        count(calls, true);
    }

    private void count(int calls, boolean diverted) {
        for (int i = 0; i < calls; i++) {
            floor.count(diverted, now);
        }
    }
}
