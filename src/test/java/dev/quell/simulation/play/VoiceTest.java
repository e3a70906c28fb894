package dev.quell.simulation.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VoiceTest {

    private static final Voice TWO_BURSTS =
            new Voice(Duration.ofMillis(1000), Duration.ofMillis(400), Duration.ofMillis(600), 2, false, true);

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0",
        "1000, 0, 0, 0",
        "1001, 0, 0, 1",
        "1399, 0, 0, 399",
        "1400, 400, 400, 0",
        "2000, 400, 400, 0",
        "2399, 400, 400, 399",
        "2400, 800, 400, 0",
        "3100, 800, 400, 0",
        "90000, 800, 400, 0"
    })
    void burstsCountOnlyWhenTheyAreOver(long moment, long total, long longest, long current) {
        assertThat(TWO_BURSTS.until(Duration.ofMillis(moment))).satisfies(report -> {
            assertThat(report.total()).hasMillis(total);
            assertThat(report.longest()).hasMillis(longest);
            assertThat(report.current()).hasMillis(current);
            assertThat(report.whole()).isTrue();
        });
    }

    @Test
    void endlessBurstNeverEnds() {
        Voice noise = new Voice(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1), 9, true, true);

        assertThat(noise.until(Duration.ofSeconds(61))).satisfies(report -> {
            assertThat(report.total()).isZero();
            assertThat(report.current()).hasSeconds(60);
        });
    }

    @Test
    void nothingStaysNothing() {
        assertThat(Voice.none(false).until(Duration.ofHours(1))).satisfies(report -> {
            assertThat(report.soundless()).isTrue();
            assertThat(report.whole()).isFalse();
        });
    }
}
