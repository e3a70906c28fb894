package dev.quell.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.classifier.Action;
import dev.quell.console.live.VerdictRate.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerdictRateTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final VerdictRate rate = new VerdictRate(NOON);

    @Test
    void verdictsAreCountedByMinuteAndKind() {
        rate.add(Action.PASS, NOON);
        rate.add(Action.TAG, NOON.plusSeconds(59));
        rate.add(Action.LISTEN, NOON.plusSeconds(60));
        rate.add(Action.CHALLENGE, NOON.plusSeconds(61));
        rate.add(Action.DETER, NOON.plusSeconds(61));
        rate.add(Action.REJECT, NOON.plusSeconds(61));

        List<VerdictRate.Minute> minutes = rate.last(NOON.plusSeconds(119));

        assertThat(minutes).hasSize(60);
        assertThat(minutes.get(58).from()).isEqualTo(NOON);
        assertThat(minutes.get(58).counts()).isEqualTo(Map.of(Kind.PASSED, 1, Kind.TAGGED, 1));
        assertThat(minutes.get(59).counts()).isEqualTo(Map.of(Kind.ASKED, 2, Kind.DETERRED, 2));
        assertThat(minutes.get(59).all()).isEqualTo(4);
    }

    @Test
    void aMinuteIsForgottenAfterAnHour() {
        rate.add(Action.PASS, NOON);

        assertThat(rate.last(NOON.plus(Duration.ofMinutes(59))).getFirst().all())
                .isEqualTo(1);
        assertThat(rate.last(NOON.plus(Duration.ofMinutes(60))))
                .allSatisfy(minute -> assertThat(minute.all()).isZero());
    }

    @Test
    void theSameMinuteOfTheNextHourBeginsAnew() {
        rate.add(Action.PASS, NOON);
        rate.add(Action.DETER, NOON.plus(Duration.ofHours(1)));

        assertThat(rate.last(NOON.plus(Duration.ofHours(1))).getLast().counts()).isEqualTo(Map.of(Kind.DETERRED, 1));
    }
}
