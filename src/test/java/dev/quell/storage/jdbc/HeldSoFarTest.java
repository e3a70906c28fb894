package dev.quell.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.storage.jdbc.HeldSoFar.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeldSoFarTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Place LAST = new Place(5, 7, false);

    private final HeldSoFar held = new HeldSoFar();

    private void looked() {
        held.stand(List.of(3L), NOW);
        held.looked("calls", LAST);
    }

    @Test
    void whileTheSameHoldsStandItGoesOnBehindWhatStayed() {
        looked();
        held.stand(List.of(3L), NOW.plus(Duration.ofHours(23)));

        assertThat(held.from("calls")).isEqualTo(LAST);
        assertThat(held.from("flags")).isEqualTo(Place.FIRST);
    }

    @Test
    void otherHoldsOrADayMakeItBeginAnew() {
        looked();
        held.stand(List.of(3L, 4L), NOW);
        assertThat(held.from("calls")).isEqualTo(Place.FIRST);

        looked();
        held.stand(List.of(3L), NOW.plus(Duration.ofDays(1)));
        assertThat(held.from("calls")).isEqualTo(Place.FIRST);

        looked();
        held.stand(List.of(3L), NOW.minusSeconds(1));
        assertThat(held.from("calls")).isEqualTo(Place.FIRST);
    }

    @Test
    void withoutHoldsNothingStays() {
        held.stand(List.of(), NOW);
        held.looked("calls", LAST);

        assertThat(held.from("calls")).isEqualTo(Place.FIRST);
    }
}
