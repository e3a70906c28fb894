package dev.quell.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.Attestation;
import dev.quell.call.CallId;
import dev.quell.call.CallOutcome;
import dev.quell.call.HangupSide;
import dev.quell.call.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IncidentsTest {

    private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");
    private static final Duration SPACING = Duration.ofMinutes(10);

    @Test
    void silentCallsCloserThanTheSpacingCountOnce() {
        assertThat(silentAt(0, 599, 600, 1199, 1200)).containsExactly(0L, 600L, 1200L);
    }

    @Test
    void threeADayAtMost() {
        long day = 86_400;

        assertThat(silentAt(0, 3600, 7200, 10_800, day - 1, day)).containsExactly(0L, 3600L, 7200L, day);
    }

    @Test
    void onlySilentCallsCount() {
        List<PastCall> calls =
                List.of(call(0, CallOutcome.SPOKE), call(1, CallOutcome.NO_MEDIA), call(2, CallOutcome.UNKNOWN));

        assertThat(Incidents.silent(calls.stream(), SPACING, 3)).isEmpty();
    }

    @Test
    void aSessionEndsAfterTheGap() {
        Duration gap = Duration.ofMinutes(30);

        assertThat(Incidents.sessions(List.of(), gap)).isZero();
        assertThat(Incidents.sessions(at(0), gap)).isEqualTo(1);
        assertThat(Incidents.sessions(at(0, 1799), gap)).isEqualTo(1);
        assertThat(Incidents.sessions(at(0, 1800), gap)).isEqualTo(2);
        assertThat(Incidents.sessions(at(3600, 0, 1799), gap)).isEqualTo(2);
    }

    private static List<Long> silentAt(long... seconds) {
        Stream<PastCall> calls = Arrays.stream(seconds).mapToObj(second -> call(second, CallOutcome.SILENT));
        return Incidents.silent(calls, SPACING, 3).stream()
                .map(call -> Duration.between(START, call.arrivedAt()).toSeconds())
                .toList();
    }

    private static List<Instant> at(long... seconds) {
        return Arrays.stream(seconds).mapToObj(START::plusSeconds).toList();
    }

    private static PastCall call(long second, CallOutcome outcome) {
        return new PastCall(
                new CallId("pbx", "1763800000." + second),
                START.plusSeconds(second),
                "4001",
                Profile.STANDARD,
                "carrier",
                "||",
                Attestation.NONE,
                Duration.ofSeconds(20),
                Duration.ofSeconds(10),
                HangupSide.CALLER,
                outcome,
                Set.of());
    }
}
