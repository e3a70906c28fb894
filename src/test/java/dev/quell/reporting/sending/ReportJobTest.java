package dev.quell.reporting.sending;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.quell.call.FairTime;
import dev.quell.reporting.Span;
import dev.quell.reporting.schedule.Rhythm;
import dev.quell.reporting.schedule.Schedule;
import dev.quell.reporting.sending.Schedules.Planned;
import dev.quell.share.Lease;
import dev.quell.share.Leases;
import dev.quell.testing.MovingClock;
import dev.quell.testing.ReportSettingsBuilder;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import org.springframework.beans.factory.ObjectProvider;

class ReportJobTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final Instant SEVEN = Instant.parse("2026-11-23T07:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Span DUE = Span.of(DAY, DAY, ZoneId.of("UTC"));

    private final Schedules schedules = mock(Schedules.class);
    private final ReportBook book = mock(ReportBook.class);
    private final ReportSending sending = mock(ReportSending.class);
    private final Leases leases = mock(Leases.class);
    private final MovingClock clock = new MovingClock(NOW);
    private final FairTime time = mock(FairTime.class);
    private final ReportJob job = new ReportJob(
            ReportSettingsBuilder.shipped(),
            schedules,
            book,
            sending,
            mock(Postman.class),
            leases,
            new Provided(time),
            clock);

    private static Schedule schedule(String name) {
        return new Schedule(name, Rhythm.DAILY, DayOfWeek.MONDAY, LocalTime.of(7, 0), List.of(), true, "en");
    }

    private void planned(Instant since) {
        when(schedules.all()).thenReturn(List.of(new Planned(schedule("lead"), false, since)));
    }

    @BeforeEach
    void lead() {
        when(leases.take(any(), any())).thenReturn(Optional.of(new Lease("report:lead", 1, NOW)));
        when(book.find(any(), any())).thenReturn(OptionalLong.empty());
        planned(Instant.EPOCH);
    }

    @Test
    void whatIsDueIsSent() {
        job.look();

        verify(sending).send(schedule("lead"), DUE);
    }

    @Test
    void whatWasMadeIsNotMadeAgain() {
        when(book.find("lead", DAY)).thenReturn(OptionalLong.of(1));

        job.look();

        verify(sending, never()).send(any(), any());
    }

    @Test
    void whatWasDueBeforeThereWasAScheduleIsNotMadeUp() {
        planned(SEVEN.plusMillis(1));
        job.look();
        verify(sending, never()).send(any(), any());

        planned(SEVEN);
        job.look();
        verify(sending).send(schedule("lead"), DUE);
    }

    @Test
    void whatAClockThatWasAheadHadMadeIsMadeAgainWhenItIsDue() {
        clock.advance(Duration.ofHours(-9));
        when(book.endingSince(DAY)).thenReturn(List.of(7L));
        when(book.find("lead", DAY)).thenReturn(OptionalLong.of(7));
        when(book.find("lead", DAY.minusDays(1))).thenReturn(OptionalLong.of(6));
        job.look();
        verify(book, never()).remove(anyLong());

        clock.advance(Duration.ofHours(9));
        job.look();

        InOrder order = inOrder(book, sending);
        order.verify(book).remove(7);
        order.verify(sending).send(schedule("lead"), DUE);
    }

    @Test
    void whileTheClockIsInDoubtNothingIsMadeOrForgotten() {
        when(time.doubts(NOW)).thenReturn(true);

        job.look();

        verify(sending, never()).send(any(), any());
        verify(book, never()).forget(any());
    }

    @Test
    void anInstanceThatDoesNotLeadSendsNothing() {
        when(leases.take(any(), any())).thenReturn(Optional.empty());

        job.look();

        verify(sending, never()).send(any(), any());
    }

    @Test
    void aReportThatFailsHoldsUpNothing() {
        when(schedules.all())
                .thenReturn(List.of(
                        new Planned(schedule("lead"), false, Instant.EPOCH),
                        new Planned(schedule("other"), true, Instant.EPOCH)));
        doThrow(new IllegalStateException("away")).when(sending).send(schedule("lead"), DUE);

        job.look();

        verify(sending).send(schedule("other"), DUE);
        verify(book).forget(NOW.minus(Duration.ofDays(400)));
    }

    @Test
    void schedulesThatCannotBeReadEndNothing() {
        when(schedules.all()).thenThrow(new IllegalStateException("away"));

        assertThatCode(job::look).doesNotThrowAnyException();
        verify(book).forget(any());
    }

    /** Gives what it is given. */
    private record Provided(FairTime time) implements ObjectProvider<FairTime> {
        @Override
        public FairTime getObject() {
            return time;
        }
    }
}
