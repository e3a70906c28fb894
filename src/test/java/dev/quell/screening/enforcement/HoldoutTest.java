package dev.quell.screening.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HoldoutTest {

    @Test
    void takesAboutItsShareAndAlwaysTheSameCalls() {
        Holdout holdout = new Holdout(0.01);

        assertThat(held(holdout)).isBetween(900L, 1100L).isEqualTo(held(new Holdout(0.01)));
    }

    @Test
    void noShareTakesNoCall() {
        assertThat(held(new Holdout(0))).isZero();
    }

    private static long held(Holdout holdout) {
        return IntStream.range(0, 100_000)
                .filter(i -> holdout.holds(new CallId("pbx", "1763800000." + i)))
                .count();
    }
}
