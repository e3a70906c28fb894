package dev.quell.console.sources.one;

import dev.quell.report.HourCount;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Calls day by day.
 *
 * @param width of the whole picture
 * @param most the busiest day's calls
 */
public record Trend(List<Bar> bars, int width, long most) {
    /** How high the picture is. */
    public static final int HEIGHT = 60;

    private static final int STEP = 10;

    public Trend {
        bars = List.copyOf(bars);
    }

    /**
     * One day.
     *
     * @param nuisance silent calls and noise
     * @param x where its bar begins
     * @param tall how high its bar is
     * @param dark how much of that is nuisance
     */
    public record Bar(LocalDate day, long calls, long nuisance, int x, long tall, long dark) {}

    /** The days that had calls, newest first. */
    public List<Bar> busy() {
        return bars.reversed().stream().filter(bar -> bar.calls() > 0).toList();
    }

    static Trend of(List<HourCount> hours, LocalDate first, LocalDate last, ZoneId zone) {
        Map<LocalDate, long[]> days = new TreeMap<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            days.put(day, new long[2]);
        }
        for (HourCount hour : hours) {
            long[] day = days.get(hour.from().atZone(zone).toLocalDate());
            if (day != null) {
                day[0] += hour.tally().calls();
                day[1] += hour.tally().silent() + hour.tally().noise();
            }
        }
        long most = days.values().stream().mapToLong(day -> day[0]).max().orElse(0);
        List<Bar> bars = new ArrayList<>();
        days.forEach((day, counts) -> bars.add(
                new Bar(day, counts[0], counts[1], bars.size() * STEP, part(counts[0], most), part(counts[1], most))));
        return new Trend(bars, bars.size() * STEP, most);
    }

    /** Of the height; what is there at all is to be seen. */
    private static long part(long calls, long most) {
        return most == 0 ? 0 : Math.ceilDiv(calls * HEIGHT, most);
    }
}
