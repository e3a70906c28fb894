package dev.quell.reporting.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.quell.report.Tally;
import dev.quell.reporting.CallReport;
import dev.quell.reporting.Reports;
import dev.quell.reporting.Saved;
import dev.quell.reporting.Span;
import dev.quell.reporting.schedule.Rhythm;
import dev.quell.reporting.schedule.Schedule;
import dev.quell.reporting.sending.Schedules.Planned;
import dev.quell.reporting.words.ReportText;
import dev.quell.reporting.words.ReportWording;
import dev.quell.testing.ReportSettingsBuilder;
import dev.quell.webhook.Event;
import dev.quell.webhook.EventKind;
import dev.quell.webhook.Webhooks;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

class ReportSendingTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Span SPAN = Span.of(DAY, DAY, ZoneId.of("UTC"));
    private static final List<String> LEAD = List.of("lead@example.org");
    private static final ReportText TEXT = new ReportText("来电报表", "day", List.of());

    private final Reports reports = mock(Reports.class);
    private final ReportWording wording = mock(ReportWording.class);
    private final Schedules schedules = mock(Schedules.class);
    private final ReportBook book = mock(ReportBook.class);
    private final Webhooks webhooks = mock(Webhooks.class);
    private final ReportSending sending = new ReportSending(
            reports,
            wording,
            schedules,
            book,
            webhooks,
            ReportSettingsBuilder.shipped(),
            Clock.fixed(NOW, ZoneOffset.UTC));

    private static Schedule schedule(boolean webhook) {
        return new Schedule("lead", Rhythm.DAILY, DayOfWeek.MONDAY, LocalTime.of(7, 0), LEAD, webhook, "zh");
    }

    @BeforeEach
    void answer() {
        CallReport report = new CallReport(
                SPAN,
                NOW,
                new Tally(200, 20, 10, 100, Duration.ZERO),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Saved(28, 4, Duration.ofSeconds(45), 0, Duration.ZERO),
                new dev.quell.review.Tally(9, 1, 2),
                List.of(),
                Instant.EPOCH);
        when(reports.of(SPAN)).thenReturn(report);
        when(wording.masked(report, Locale.SIMPLIFIED_CHINESE)).thenReturn(TEXT);
        when(book.add(any(), anyList())).thenReturn(OptionalLong.of(17));
        when(book.find("lead", DAY)).thenReturn(OptionalLong.of(17));
        when(book.find(17)).thenReturn(Optional.of(new SentReport(17, "lead", DAY, DAY, NOW, "zh", TEXT)));
    }

    @Test
    void aReportIsKeptMaskedAndWebhooksAreTold() {
        assertThat(sending.send(schedule(true), SPAN)).hasValue(17);

        verify(book).add(new SentReport(0, "lead", DAY, DAY, NOW, "zh", TEXT), LEAD);
        ArgumentCaptor<Event> told = ArgumentCaptor.forClass(Event.class);
        verify(webhooks).tell(told.capture());
        assertThat(told.getValue().kind()).isEqualTo(EventKind.REPORT_MADE);
        assertThat(told.getValue().about())
                .containsEntry("schedule", "lead")
                .containsEntry("report", 17L)
                .containsEntry("first", "2026-11-22")
                .containsEntry("calls", 200L)
                .containsEntry("minutesSaved", 24L)
                .containsEntry("wronglyDiverted", 1)
                .containsEntry("reviewed", 10)
                .containsEntry("csv", "\uFEFF来电报表,day\r\n");
    }

    @Test
    void whatAnotherInstanceMadeIsToldByIt() {
        when(book.add(any(), anyList())).thenReturn(OptionalLong.empty());

        assertThat(sending.send(schedule(true), SPAN)).isEmpty();
        verify(webhooks, never()).tell(any());
    }

    @Test
    void withoutWebhookNothingIsTold() {
        sending.send(schedule(false), SPAN);

        verify(webhooks, never()).tell(any());
    }

    @Test
    void nowMakesWhatWasDueLast() {
        when(schedules.find("lead")).thenReturn(Optional.of(new Planned(schedule(false), true, Instant.EPOCH)));

        assertThat(sending.now("lead")).hasValue(17);
        verify(book, never()).again(17, LEAD, NOW);
    }

    @Test
    void nowSendsAgainWhatWasSent() {
        when(schedules.find("lead")).thenReturn(Optional.of(new Planned(schedule(true), true, Instant.EPOCH)));
        when(book.add(any(), anyList())).thenReturn(OptionalLong.empty());

        assertThat(sending.now("lead")).hasValue(17);
        verify(book).again(17, LEAD, NOW);
        verify(webhooks).tell(any());
    }

    @Test
    void whatIsNoScheduleIsNotSent() {
        when(schedules.find("none")).thenReturn(Optional.empty());

        assertThat(sending.now("none")).isEmpty();
        verify(book, never()).add(any(), anyList());
    }
}
