package dev.quell.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.quell.call.CallOutcome;
import dev.quell.classifier.Action;
import dev.quell.report.Counters;
import dev.quell.report.Counters.Word;
import dev.quell.report.HourCount;
import dev.quell.report.Tally;
import dev.quell.report.WordCount;
import dev.quell.review.Occasion;
import dev.quell.review.ReviewStore;
import dev.quell.testing.ReportSettingsBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReportsTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 20);
    private static final Span SPAN = Span.of(FIRST, FIRST.plusDays(1), ZoneId.of("Asia/Shanghai"));
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    private final Counters counters = mock(Counters.class);
    private final TreatedCalls treated = mock(TreatedCalls.class);
    private final ReviewStore reviews = mock(ReviewStore.class);
    private final Reports reports = at(NOW);

    private Reports at(Instant now) {
        return new Reports(
                counters, treated, reviews, ReportSettingsBuilder.shipped(), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Tally calls(long calls, long silent) {
        return new Tally(calls, silent, 0, 0, Duration.ofMinutes(calls));
    }

    @BeforeEach
    void answer() {
        when(counters.hours(Word.ALL, SPAN.from(), SPAN.to()))
                .thenReturn(List.of(
                        new HourCount(Instant.parse("2026-11-20T15:00:00Z"), "", calls(2, 1)),
                        new HourCount(Instant.parse("2026-11-20T16:00:00Z"), "", calls(3, 0))));
        when(counters.words(Word.CLASS, SPAN.from(), SPAN.to()))
                .thenReturn(List.of(
                        new WordCount("", calls(1, 0)),
                        new WordCount("SILENT", calls(1, 1)),
                        new WordCount("NORMAL", calls(3, 0))));
        when(treated.of(any(), any()))
                .thenReturn(new Treated(
                        List.of(new TreatedCount(Action.DETER, CallOutcome.SILENT, 4, 0, Duration.ZERO, 3, 1, 2)),
                        Instant.EPOCH));
        when(reviews.tally(Occasion.SAMPLE, SPAN.from(), SPAN.to())).thenReturn(new dev.quell.review.Tally(9, 1, 2));
    }

    @Test
    void hoursAreCountedByTheDaysOfTheZone() {
        CallReport report = reports.of(SPAN);

        assertThat(report.days())
                .containsExactly(new DayCount(FIRST, calls(2, 1)), new DayCount(FIRST.plusDays(1), calls(3, 0)));
        assertThat(report.total()).isEqualTo(calls(5, 1));
        assertThat(report.madeAt()).isEqualTo(NOW);
    }

    @Test
    void aDayWithoutCallsStandsThereAndOneToComeDoesNot() {
        when(counters.hours(Word.ALL, SPAN.from(), SPAN.to()))
                .thenReturn(List.of(new HourCount(Instant.parse("2026-11-20T16:00:00Z"), "", calls(3, 0))));

        assertThat(reports.of(SPAN).days())
                .containsExactly(new DayCount(FIRST, Tally.NONE), new DayCount(FIRST.plusDays(1), calls(3, 0)));
        assertThat(at(SPAN.from()).of(SPAN).days()).extracting(DayCount::day).containsExactly(FIRST);
    }

    @Test
    void whereDaysBeginWithinAnHourOfUtcEachIsAskedFor() {
        Span kolkata = Span.of(FIRST, FIRST.plusDays(1), ZoneId.of("Asia/Kolkata"));
        when(counters.words(Word.ALL, Instant.parse("2026-11-19T18:30:00Z"), Instant.parse("2026-11-20T18:30:00Z")))
                .thenReturn(List.of(new WordCount("", calls(7, 0))));
        when(counters.words(Word.ALL, Instant.parse("2026-11-20T18:30:00Z"), Instant.parse("2026-11-21T18:30:00Z")))
                .thenReturn(List.of(new WordCount("", calls(1, 1))));
        when(reviews.tally(any(), any(), any())).thenReturn(new dev.quell.review.Tally(0, 0, 0));

        assertThat(reports.of(kolkata).days())
                .containsExactly(new DayCount(FIRST, calls(7, 0)), new DayCount(FIRST.plusDays(1), calls(1, 1)));
    }

    @Test
    void theMostFrequentIsFirstAndOfEqualsTheFirstByName() {
        assertThat(reports.of(SPAN).classes()).extracting(WordCount::word).containsExactly("NORMAL", "", "SILENT");
    }

    @Test
    void whatWasSavedAndEffectsComeFromTreatedCalls() {
        CallReport report = reports.of(SPAN);

        assertThat(report.saved()).isEqualTo(new Saved(4, 0, Duration.ofSeconds(45), 0, Duration.ZERO));
        assertThat(report.effects()).containsExactly(new Effect(Action.DETER, 4, 4, 0, 3, 1, 2));
        assertThat(report.wrong().share()).isEqualTo(0.1);
    }

    @Test
    void withoutTreatedCallsTheReportIsMadeAndSaysSo() {
        when(treated.of(any(), any())).thenThrow(new IllegalStateException("away"));

        CallReport report = reports.of(SPAN);

        assertThat(report.total()).isEqualTo(calls(5, 1));
        assertThat(report.effects()).isEmpty();
        assertThat(report.treatedSince()).isEqualTo(SPAN.to());
    }
}
