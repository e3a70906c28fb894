package dev.quell.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PausesTest {

    private static final Duration WORKED = Duration.ofMillis(10);

    @Test
    void nothingIsPutOffWhileVerdictsDoNotPress() {
        assertThat(Pauses.after(WORKED, 3_999, 0)).isEqualTo(Duration.ZERO);
        assertThat(Pauses.after(WORKED, 4_000, 0)).isEqualTo(Duration.ofMillis(190));
    }

    @Test
    void theRestGrowsWithTheWork() {
        assertThat(Pauses.after(WORKED.multipliedBy(2), 4_000, 0)).isEqualTo(Duration.ofMillis(380));
    }

    @Test
    void theFullerTheRoomTheShorterTheRest() {
        assertThat(Pauses.after(WORKED, 30_000, 0.5)).isEqualTo(Duration.ofMillis(190));
        assertThat(Pauses.after(WORKED, 30_000, 0.7).toMillis()).isEqualTo(9);
        assertThat(Pauses.after(WORKED, 30_000, 0.89).toMillis()).isZero();
        assertThat(Pauses.after(WORKED, 30_000, 0.9)).isEqualTo(Duration.ZERO);
        assertThat(Pauses.after(WORKED, 30_000, 1.5)).isEqualTo(Duration.ZERO);
    }

    @Test
    void whoBringsMoreThanThereIsRoomForWaits() {
        assertThat(Pauses.before(1_000, 1_000)).isEqualTo(Duration.ZERO);
        assertThat(Pauses.before(1_001, 1_000)).isEqualTo(Duration.ofNanos(100_000));
        assertThat(Pauses.before(1_500, 1_000)).isEqualTo(Duration.ofMillis(50));
        assertThat(Pauses.before(2_000, 1_000)).isEqualTo(Duration.ofMillis(100));
        assertThat(Pauses.before(1_000_000, 1_000)).isEqualTo(Duration.ofMillis(100));
    }
}
