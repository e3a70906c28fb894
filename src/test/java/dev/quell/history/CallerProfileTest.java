package dev.quell.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.Attestation;
import dev.quell.call.CallId;
import dev.quell.call.CallOutcome;
import dev.quell.call.HangupSide;
import dev.quell.call.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallerProfileTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    @Test
    void aCallAsOldAsTheWindowIsInside() {
        CallerProfile profile = profile(
                List.of(call(3601, CallOutcome.SILENT), call(3600, CallOutcome.SILENT), call(0, CallOutcome.SPOKE)),
                List.of());

        assertThat(profile.callsWithin(Duration.ofHours(1))).hasSize(2);
        assertThat(profile.count(CallOutcome.SILENT, Duration.ofHours(1))).isEqualTo(1);
    }

    @Test
    void theStreakCountsBackFromTheNewestAndPassesOverWhatTellsNothing() {
        assertThat(streak(
                        CallOutcome.SILENT,
                        CallOutcome.SPOKE,
                        CallOutcome.SILENT,
                        CallOutcome.UNKNOWN,
                        CallOutcome.SILENT))
                .isEqualTo(2);
        assertThat(streak(CallOutcome.SILENT, CallOutcome.NO_MEDIA, CallOutcome.ABANDONED))
                .isEqualTo(1);
        assertThat(streak(CallOutcome.SILENT, CallOutcome.SHORT)).isZero();
        assertThat(streak()).isZero();
    }

    @Test
    void agentsAreCountedOnceAndWithinTheWindow() {
        List<PastFlag> flags = List.of(
                PastFlag.whole(NOW.minusSeconds(101), "PJSIP/1003", "abuse"),
                PastFlag.whole(NOW.minusSeconds(100), "PJSIP/1001", "abuse"),
                PastFlag.whole(NOW.minusSeconds(50), "PJSIP/1002", "abuse"),
                PastFlag.whole(NOW, "PJSIP/1001", "silent"));

        assertThat(profile(List.of(), flags).flaggingAgents(Duration.ofSeconds(100)))
                .containsExactlyInAnyOrder("PJSIP/1001", "PJSIP/1002");
    }

    private static int streak(CallOutcome... oldestFirst) {
        List<PastCall> calls = new ArrayList<>();
        for (CallOutcome outcome : oldestFirst) {
            calls.add(call(1000 - calls.size(), outcome));
        }
        return profile(calls, List.of()).silentStreak();
    }

    private static CallerProfile profile(List<PastCall> calls, List<PastFlag> flags) {
        return new CallerProfile(calls, flags, Set.of(), NOW);
    }

    private static PastCall call(long secondsAgo, CallOutcome outcome) {
        return new PastCall(
                new CallId("pbx", "1763800000." + secondsAgo),
                NOW.minusSeconds(secondsAgo),
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
