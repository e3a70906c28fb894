package dev.quell.console.sources.one;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.report.HourCount;
import dev.quell.report.Tally;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class HeatMapTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static HourCount count(String from, long calls, long silent) {
        return new HourCount(Instant.parse(from), "", new Tally(calls, silent, 0, 0, Duration.ZERO));
    }

    @Test
    void hoursAreOfTheZoneAndStepsAreQuartersOfTheBusiest() {
        HeatMap map = HeatMap.of(
                List.of(
                        count("2026-11-22T16:00:00Z", 1, 1),
                        count("2026-11-15T16:00:00Z", 1, 0),
                        count("2026-11-17T00:00:00Z", 8, 3),
                        count("2026-11-17T01:00:00Z", 3, 0)),
                SHANGHAI,
                Locale.ENGLISH);

        assertThat(map.days())
                .extracting(HeatMap.Day::name)
                .startsWith("Mon", "Tue")
                .hasSize(7);
        assertThat(map.days().getFirst().hours().getFirst()).isEqualTo(new HeatMap.Cell(0, 2, 1, 1));
        assertThat(map.days().get(1).hours().get(8)).isEqualTo(new HeatMap.Cell(8, 8, 3, 4));
        assertThat(map.days().get(1).hours().get(9)).isEqualTo(new HeatMap.Cell(9, 3, 0, 2));
        assertThat(map.days().getLast().hours().getLast()).isEqualTo(new HeatMap.Cell(23, 0, 0, 0));
    }

    @Test
    void aWeekWithoutCallsIsEmpty() {
        assertThat(HeatMap.of(List.of(), SHANGHAI, Locale.SIMPLIFIED_CHINESE).days())
                .allSatisfy(day ->
                        assertThat(day.hours()).hasSize(24).allMatch(cell -> cell.step() == 0 && cell.calls() == 0));
    }

    @Test
    void everyDayOfTheTrendIsThereAndBarsAreOfTheBusiest() {
        Trend trend = Trend.of(
                List.of(
                        count("2026-11-16T15:59:00Z", 2, 1),
                        count("2026-11-16T16:00:00Z", 6, 6),
                        count("2026-12-16T16:00:00Z", 99, 0)),
                LocalDate.of(2026, 11, 16),
                LocalDate.of(2026, 11, 18),
                SHANGHAI);

        assertThat(trend.most()).isEqualTo(6);
        assertThat(trend.width()).isEqualTo(30);
        assertThat(trend.bars())
                .containsExactly(
                        new Trend.Bar(LocalDate.of(2026, 11, 16), 2, 1, 0, 20, 10),
                        new Trend.Bar(LocalDate.of(2026, 11, 17), 6, 6, 10, 60, 60),
                        new Trend.Bar(LocalDate.of(2026, 11, 18), 0, 0, 20, 0, 0));
        assertThat(trend.busy()).extracting(Trend.Bar::calls).containsExactly(6L, 2L);
    }
}
