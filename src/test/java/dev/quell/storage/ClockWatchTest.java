package dev.quell.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockWatchTest {

    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    private final AtomicLong ran = new AtomicLong();

    private ClockWatch watch(Instant newest) {
        return new ClockWatch(newest, START, ran::get);
    }

    @ParameterizedTest
    @CsvSource({"PT0S, true", "PT24H, true", "PT24H0.001S, false", "P36500D, false", "PT-48H, true"})
    void aJumpOfMoreThanADayIsNotBelieved(Duration jump, boolean believed) {
        ClockWatch watch = watch(START);
        ran.set(Duration.ofHours(3).toNanos());

        assertThat(watch.fault(START.plus(Duration.ofHours(3)).plus(jump)).isEmpty())
                .isEqualTo(believed);
    }

    @ParameterizedTest
    @CsvSource({"P7D, PT0S, true", "P7DT1S, PT0S, false", "P7DT1S, PT23H59M59S, false", "P7DT1S, PT24H, true"})
    void afterALongSilenceTheFirstDayIsWaitedFor(Duration silence, Duration since, boolean believed) {
        ClockWatch watch = watch(START.minus(silence));
        ran.set(since.toNanos());

        assertThat(watch.fault(START.plus(since)).isEmpty()).isEqualTo(believed);
    }

    @Test
    void aLogWithoutCallsIsNoSilence() {
        assertThat(watch(Instant.MAX).fault(START)).isEmpty();
    }
}
