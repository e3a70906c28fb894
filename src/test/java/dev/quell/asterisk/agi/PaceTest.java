package dev.quell.asterisk.agi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void longWaitsAreShorterByUpToAFifth() {
        int[] waits = IntStream.range(0, 10_000).map(n -> Pace.uneven(500)).toArray();

        assertThat(IntStream.of(waits).min()).hasValue(400);
        assertThat(IntStream.of(waits).max()).hasValue(500);
        assertThat(IntStream.of(waits).distinct().count()).isEqualTo(101);
    }

    @Test
    void aWaitThatLeadsToAMomentIsKept() {
        assertThat(IntStream.range(0, 1000).map(n -> Pace.uneven(399))).containsOnly(399);
        assertThat(Pace.uneven(400)).isBetween(320, 400);
    }
}
