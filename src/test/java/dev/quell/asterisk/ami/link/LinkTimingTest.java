package dev.quell.asterisk.ami.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkTimingTest {

    private final LinkTiming timing = new LinkTiming(
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ofMillis(250),
            Duration.ofSeconds(4),
            Duration.ofSeconds(10),
            Duration.ofMinutes(5));

    @ParameterizedTest
    @CsvSource({"0, 250", "1, 500", "2, 1000", "3, 2000", "4, 4000", "5, 4000", "1000000, 4000"})
    void pauseDoublesUpToTheLongest(int failures, long millis) {
        assertThat(timing.pause(failures)).isEqualTo(Duration.ofMillis(millis));
    }
}
