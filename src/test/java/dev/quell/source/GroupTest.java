package dev.quell.source;

import static dev.quell.testing.LoggedBuilder.aLoggedCall;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallerNumber;
import dev.quell.calllog.LoggedCall;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupTest {
    private static final Instant BEGIN = Instant.parse("2026-11-20T08:00:00Z");

    private static LoggedCall call(int minute, int caller, String fingerprint) {
        return aLoggedCall(BEGIN.plus(Duration.ofMinutes(minute)), "+86137000001" + (10 + caller))
                .fingerprint(fingerprint)
                .build();
    }

    @Test
    void togetherAreThoseWithinOneHour() {
        Group group = new Group(List.of(call(120, 3, ""), call(61, 1, ""), call(60, 2, ""), call(0, 1, "")));

        assertThat(group.together()).isEqualTo(3);
        assertThat(new Group(List.of(call(61, 2, ""), call(0, 1, ""))).together())
                .isEqualTo(1);
        assertThat(new Group(List.of(call(60, 2, ""), call(0, 1, ""))).together())
                .isEqualTo(2);
        assertThat(new Group(List.of(call(1, 1, ""), call(0, 1, ""))).together())
                .isEqualTo(1);
    }

    @Test
    void aFingerprintIsSharedBySourcesNotByCallsAndNothingKnownIsNone() {
        Group group = new Group(List.of(
                call(5, 1, "a|p|alaw"),
                call(4, 1, "a|p|alaw"),
                call(3, 1, "b|p|alaw"),
                call(2, 2, "b|p|alaw"),
                call(1, 3, "||"),
                call(0, 4, "||")));

        assertThat(group.shared()).contains(new Group.Shared("b|p|alaw", 2));
        assertThat(new Group(List.of(call(1, 1, "||"), call(0, 2, "||"))).shared())
                .isEmpty();
        assertThat(Group.byFingerprint(group.calls())).containsOnlyKeys("a|p|alaw", "b|p|alaw");
    }

    @Test
    void sourcesAreInTheOrderOfTheirCalls() {
        Group group = new Group(List.of(call(3, 2, ""), call(2, 1, ""), call(1, 2, "")));

        assertThat(group.sources().keySet())
                .extracting(CallerNumber::key)
                .containsExactly("+8613700000112", "+8613700000111");
        assertThat(group.first()).isEqualTo(BEGIN.plus(Duration.ofMinutes(1)));
        assertThat(group.last()).isEqualTo(BEGIN.plus(Duration.ofMinutes(3)));
    }
}
