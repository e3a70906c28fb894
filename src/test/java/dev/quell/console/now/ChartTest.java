package dev.quell.console.now;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.quell.console.live.VerdictRate;
import dev.quell.console.live.VerdictRate.Kind;
import dev.quell.console.live.VerdictRate.Minute;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartTest {
    private static final Instant FROM = Instant.parse("2026-11-22T12:00:00Z");

    private static Chart chart(Instant began, Map<Kind, Integer> first, Map<Kind, Integer> last) {
        List<Minute> minutes = new ArrayList<>(Collections.nCopies(60, new Minute(FROM, Map.of())));
        minutes.set(0, new Minute(FROM, first));
        minutes.set(59, new Minute(FROM.plusSeconds(3540), last));
        VerdictRate rate = mock(VerdictRate.class);
        when(rate.last(FROM)).thenReturn(minutes);
        when(rate.began()).thenReturn(began);
        return Chart.of(rate, FROM);
    }

    @Test
    void barsStandOnEachOtherAndTheHighestFillsTheField() {
        Chart chart = chart(FROM, Map.of(Kind.PASSED, 1, Kind.DETERRED, 1), Map.of(Kind.PASSED, 6, Kind.ASKED, 2));

        assertThat(chart.bars())
                .containsExactly(
                        new Chart.Bar(Kind.PASSED, 1, 87.5, 8, 12.5),
                        new Chart.Bar(Kind.DETERRED, 1, 75, 8, 12.5),
                        new Chart.Bar(Kind.PASSED, 591, 25, 8, 75),
                        new Chart.Bar(Kind.ASKED, 591, 0, 8, 25));
        assertThat(chart.most()).isEqualTo(8);
        assertThat(chart.all()).isEqualTo(10);
        assertThat(chart.sum("PASSED")).isEqualTo(7);
        assertThat(chart.sum("TAGGED")).isZero();
    }

    @Test
    void anHourWithoutCallsHasNoBars() {
        Chart chart = chart(FROM, Map.of(), Map.of());

        assertThat(chart.bars()).isEmpty();
        assertThat(chart.most()).isZero();
        assertThat(chart.all()).isZero();
    }

    @Test
    void itSaysWhetherTheWholeHourWasSeen() {
        assertThat(chart(FROM, Map.of(), Map.of()).whole()).isTrue();
        assertThat(chart(FROM.plusSeconds(1), Map.of(), Map.of()).whole()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"-1, 0:00", "0, 0:00", "59, 0:59", "60, 1:00", "3599, 59:59", "3600, 1:00:00", "36061, 10:01:01"})
    void elapsedTimeIsShownAsOnAClock(long seconds, String shown) {
        assertThat(RowMaker.elapsed(Duration.ofSeconds(seconds))).isEqualTo(shown);
    }
}
