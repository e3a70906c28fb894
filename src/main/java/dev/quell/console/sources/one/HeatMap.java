package dev.quell.console.sources.one;

import dev.quell.report.HourCount;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Calls by hour of the day and day of the week.
 *
 * @param days Monday first
 */
public record HeatMap(List<Day> days) {
    private static final int HOURS = 24;
    private static final int STEPS = 4;

    public HeatMap {
        days = List.copyOf(days);
    }

    /**
     * A day of the week.
     *
     * @param name short, in the reader's language
     */
    public record Day(String name, List<Cell> hours) {
        public Day {
            hours = List.copyOf(hours);
        }
    }

    /**
     * An hour of a day of the week.
     *
     * @param step 0 without calls, else 1 to 4 by quarters of the busiest hour's calls
     */
    public record Cell(int hour, long calls, long nuisance, int step) {}

    static HeatMap of(List<HourCount> hours, ZoneId zone, Locale locale) {
        long[][] calls = new long[DayOfWeek.values().length][HOURS];
        long[][] nuisance = new long[DayOfWeek.values().length][HOURS];
        for (HourCount count : hours) {
            ZonedDateTime at = count.from().atZone(zone);
            int day = place(at.getDayOfWeek());
            calls[day][at.getHour()] += count.tally().calls();
            nuisance[day][at.getHour()] +=
                    count.tally().silent() + count.tally().noise();
        }
        long most = Arrays.stream(calls).flatMapToLong(Arrays::stream).max().orElse(0);
        return new HeatMap(Arrays.stream(DayOfWeek.values())
                .map(day -> new Day(
                        day.getDisplayName(TextStyle.SHORT, locale),
                        IntStream.range(0, HOURS)
                                .mapToObj(hour -> cell(hour, calls[place(day)][hour], nuisance[place(day)][hour], most))
                                .toList()))
                .toList());
    }

    private static int place(DayOfWeek day) {
        return day.getValue() - 1;
    }

    private static Cell cell(int hour, long calls, long nuisance, long most) {
        return new Cell(hour, calls, nuisance, most == 0 ? 0 : (int) Math.ceilDiv(calls * STEPS, most));
    }
}
