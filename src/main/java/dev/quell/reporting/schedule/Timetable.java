package dev.quell.reporting.schedule;

import dev.quell.reporting.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/** When reports are due. */
public final class Timetable {

    private static final int WEEK = 7;

    private Timetable() {}

    /**
     * A report that is due.
     *
     * @param since from when on
     */
    public record Due(Span span, Instant since) {}

    /**
     * The last report of a schedule that was due at a moment: of several that were missed this one alone is made up. A time of day that clocks leave out is
     * as much later; one that they have twice is the first.
     */
    public static Due last(Schedule schedule, Instant now, ZoneId zone) {
        LocalDate day = now.atZone(zone).toLocalDate();
        if (now.isBefore(at(schedule, day, zone))) {
            day = day.minusDays(1);
        }
        if (schedule.every() == Rhythm.DAILY) {
            return new Due(Span.of(day.minusDays(1), day.minusDays(1), zone), at(schedule, day, zone));
        }
        LocalDate begun = day.with(TemporalAdjusters.previousOrSame(schedule.day()));
        return new Due(Span.of(begun.minusDays(WEEK), begun.minusDays(1), zone), at(schedule, begun, zone));
    }

    private static Instant at(Schedule schedule, LocalDate day, ZoneId zone) {
        return day.atTime(schedule.at()).atZone(zone).toInstant();
    }
}
