package dev.quell.reporting.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.reporting.Span;
import dev.quell.reporting.schedule.Timetable.Due;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 23 November 2026 is a Monday; seven in Shanghai is the evening before in UTC. */
class TimetableTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static Due last(Rhythm every, String at, String now, ZoneId zone) {
        Schedule schedule = new Schedule(
                "lead", every, DayOfWeek.MONDAY, LocalTime.parse(at), List.of("lead@example.org"), false, "en");
        return Timetable.last(schedule, Instant.parse(now), zone);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T22:59:59.999Z, 2026-11-21, 2026-11-21T23:00:00Z",
        "2026-11-22T23:00:00Z, 2026-11-22, 2026-11-22T23:00:00Z",
        "2026-11-23T22:59:59Z, 2026-11-22, 2026-11-22T23:00:00Z",
    })
    void aDailyOneIsOfTheDayBeforeFromItsTimeOn(String now, LocalDate day, Instant since) {
        assertThat(last(Rhythm.DAILY, "07:00", now, SHANGHAI)).isEqualTo(new Due(Span.of(day, day, SHANGHAI), since));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T22:59:59.999Z, 2026-11-09, 2026-11-15, 2026-11-15T23:00:00Z",
        "2026-11-22T23:00:00Z, 2026-11-16, 2026-11-22, 2026-11-22T23:00:00Z",
        "2026-11-29T22:59:59Z, 2026-11-16, 2026-11-22, 2026-11-22T23:00:00Z",
    })
    void aWeeklyOneIsOfTheSevenDaysBeforeItsDay(String now, LocalDate first, LocalDate last, Instant since) {
        assertThat(last(Rhythm.WEEKLY, "07:00", now, SHANGHAI))
                .isEqualTo(new Due(Span.of(first, last, SHANGHAI), since));
    }

    /** Clocks go from 02:00 to 03:00 on 28 March 2027 and from 03:00 back to 02:00 on 31 October 2027. */
    @ParameterizedTest
    @CsvSource({
        "2027-03-28T01:29:59Z, 2027-03-26",
        "2027-03-28T01:30:00Z, 2027-03-27",
        "2027-10-31T00:29:59Z, 2027-10-29",
        "2027-10-31T00:30:00Z, 2027-10-30",
        "2027-10-31T01:15:00Z, 2027-10-30",
        "2027-10-31T02:00:00Z, 2027-10-30",
    })
    void aTimeThatClocksLeaveOutIsLaterAndOneTheyHaveTwiceIsTheFirst(String now, LocalDate day) {
        assertThat(last(Rhythm.DAILY, "02:30", now, BERLIN).span()).isEqualTo(Span.of(day, day, BERLIN));
    }

    @Test
    void aDayOnWhichClocksChangeIsWhole() {
        Span spring =
                last(Rhythm.DAILY, "07:00", "2027-03-29T06:00:00Z", BERLIN).span();
        assertThat(spring.from()).isEqualTo("2027-03-27T23:00:00Z");
        assertThat(spring.to()).isEqualTo("2027-03-28T22:00:00Z");
        Span week = last(Rhythm.WEEKLY, "07:00", "2027-11-01T06:00:00Z", BERLIN).span();
        assertThat(week.from()).isEqualTo("2027-10-24T22:00:00Z");
        assertThat(week.to()).isEqualTo("2027-10-31T23:00:00Z");
    }
}
