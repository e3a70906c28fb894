package dev.quell.console.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.quell.calllog.CallFilter;
import dev.quell.console.shell.Times;
import dev.quell.report.Counters;
import dev.quell.report.Counters.Word;
import dev.quell.report.HourCount;
import dev.quell.report.Tally;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallChartTest {
    private static final Instant HOUR = Instant.parse("2026-11-23T10:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Asia/Shanghai", "Asia/Kolkata", "Asia/Kathmandu", "Australia/Adelaide"})
    void anHoursBarBeginsWhereItsCallsAreCountedFrom(String zone) {
        Counters counters = mock(Counters.class);
        Tally tally = new Tally(7, 0, 0, 0, Duration.ZERO);
        when(counters.hours(any(Word.class), any(Instant.class), any(Instant.class)))
                .thenReturn(List.of(new HourCount(HOUR, "", tally)));
        Times times = mock(Times.class);
        when(times.field(any())).thenAnswer(asked -> asked.getArgument(0).toString());

        CallChart.Drawn drawn = new CallChart(counters, times, ZoneId.of(zone))
                .of(CallFilter.between(HOUR.minusSeconds(7200), HOUR.plusSeconds(7200)), HOUR.plusSeconds(9000));

        assertThat(drawn.starts().get(drawn.other().indexOf(7L))).isEqualTo("2026-11-23T10:00:00Z");
        assertThat(drawn.calls()).isEqualTo(7);
    }
}
