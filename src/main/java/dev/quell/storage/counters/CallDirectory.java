package dev.quell.storage.counters;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells when calls with some words arrived, and how many there were, without looking at calls: the counters know for each hour which words came together.
 * Words are values of {@code line}, {@code trunk}, {@code class}, {@code action} and {@code outcome} by column.
 */
public final class CallDirectory {

    private static final long HOUR = 3_600_000;
    /** Where there are more, nearly every hour has some, and going through days is less than looking their hours up. */
    private static final long MANY = 10_000;

    private static final long FIRST_DAYS = 4;

    private final JdbcClient reader;
    private final SpanWalk walk;

    public CallDirectory(JdbcClient reader, SpanWalk walk) {
        this.reader = reader;
        this.walk = walk;
    }

    /**
     * Where to look.
     *
     * @param words at least one
     * @param from epoch milliseconds, inclusive
     * @param to exclusive
     * @param ascending whether the oldest are wanted, otherwise the newest
     * @param wanted how many calls with the words are wanted at most
     */
    public record Wanted(Map<String, String> words, long from, long to, boolean ascending, int wanted) {
        public Wanted {
            words = Map.copyOf(words);
        }
    }

    /** An hour or a day, and how many calls with the words it has. */
    private record Part(long number, long calls) {}

    /** What is counted beforehand. */
    private record Fill(long since, long until, int shift) {}

    /** The spans in which all calls with the words are, or at least the wanted ones and all between them; apart from each other, oldest first. */
    public List<Span> spans(Wanted wanted) {
        Fill fill = reader.sql("select since, until, shift from counter_fill")
                .query((row, number) -> new Fill(row.getLong(1), row.getLong(2), row.getInt(3)))
                .single();
        List<Span> raw = new ArrayList<>(noted(wanted.words));
        raw.add(new Span(Long.MIN_VALUE, fill.since));
        raw.add(new Span(fill.until, Long.MAX_VALUE));
        List<Part> days = days(wanted, fill);
        boolean many = days.stream().mapToLong(Part::calls).sum() > MANY;
        List<Stretch> parts = many
                ? days.stream()
                        .map(day -> new Stretch(begin(day, fill), begin(day, fill) + 24 * HOUR, day.calls))
                        .toList()
                : hours(wanted, fill, days).stream()
                        .map(hour -> new Stretch(hour.number * HOUR, (hour.number + 1) * HOUR, hour.calls))
                        .toList();
        parts.forEach(part -> raw.add(new Span(part.low, part.high)));
        return within(raw, reach(wanted, parts));
    }

    private static long begin(Part day, Fill fill) {
        return (24 * day.number - fill.shift) * HOUR;
    }

    /** An hour or a day in epoch milliseconds. */
    private record Stretch(long low, long high, long calls) {}

    private static List<Span> within(List<Span> spans, Span reach) {
        return Span.merged(spans.stream()
                .map(span -> span.within(reach.low(), reach.high()))
                .toList());
    }

    /** Hours in which a call has got the words since they were counted. */
    private List<Span> noted(Map<String, String> words) {
        return reader.sql("select distinct arrived_at / 3600000 as hour from counter_changes where sign > 0"
                        + calls(words))
                .params(words)
                .query((row, number) -> new Span(row.getLong(1) * HOUR, (row.getLong(1) + 1) * HOUR))
                .list();
    }

    /** Calls that have lost the words since they were counted are no more than this. */
    private long lost() {
        return reader.sql("select count(*) from counter_changes where sign < 0")
                .query(Long.class)
                .single();
    }

    /** The hours of some days that have any, the wanted ones first. */
    private List<Part> hours(Wanted wanted, Fill fill, List<Part> days) {
        if (days.isEmpty()) {
            return List.of();
        }
        List<Span> each = days.stream()
                .map(day -> new Span(begin(day, fill) / HOUR, begin(day, fill) / HOUR + 24))
                .toList();
        Comparator<Part> oldest = Comparator.comparingLong(Part::number);
        return parts(
                        walk.select("hour, sum(calls)", "counter_hours", "hour", each, counted(wanted.words))
                                + " group by hour having sum(calls) > 0",
                        wanted.words)
                .stream()
                .sorted(wanted.ascending ? oldest : oldest.reversed())
                .toList();
    }

    /** The days that have any, and no more than are needed; the first and the last one of a period may be in it in part. */
    private List<Part> days(Wanted wanted, Fill fill) {
        long begin = Math.max(wanted.from, fill.since);
        long end = Math.min(wanted.to, fill.until);
        return begin < end
                ? days(
                        wanted,
                        Math.floorDiv(begin + fill.shift * HOUR, 24 * HOUR),
                        Math.ceilDiv(end + fill.shift * HOUR, 24 * HOUR))
                : List.of();
    }

    /** Few days are asked first: of frequent words they hold enough. */
    private List<Part> days(Wanted wanted, long low, long high) {
        long needed = wanted.wanted + lost();
        for (long asked = FIRST_DAYS; asked < high - low; asked *= 4) {
            List<Part> days = wanted.ascending ? parts(wanted, low, low + asked) : parts(wanted, high - asked, high);
            for (int i = 0, sum = 0; i < days.size(); i++) {
                Part day = days.get(i);
                sum += day.number == low || day.number == high - 1 ? 0 : (int) Math.min(needed, day.calls);
                if (sum >= needed) {
                    return days.subList(0, i + 1);
                }
            }
        }
        return parts(wanted, low, high);
    }

    /** Days that have any, the wanted ones first. */
    private List<Part> parts(Wanted wanted, long low, long high) {
        return parts(
                "select day, sum(calls) from counter_days where day >= " + low + " and day < " + high
                        + counted(wanted.words) + " group by day having sum(calls) > 0 order by day "
                        + (wanted.ascending ? "" : "desc"),
                wanted.words);
    }

    /** How far one must go from the period's end, or from its beginning: an hour or a day counts that is in it as a whole. */
    private Span reach(Wanted wanted, List<Stretch> parts) {
        long needed = wanted.wanted + lost();
        long sum = 0;
        for (Stretch part : parts) {
            sum += part.low >= wanted.from && part.high <= wanted.to ? part.calls : 0;
            if (sum >= needed) {
                return wanted.ascending ? new Span(wanted.from, part.high) : new Span(part.low, wanted.to);
            }
        }
        return new Span(wanted.from, wanted.to);
    }

    private List<Part> parts(String sql, Map<String, String> words) {
        return reader.sql(sql)
                .params(words)
                .query((row, number) -> new Part(row.getLong(1), row.getLong(2)))
                .list();
    }

    /**
     * How many calls have the words.
     *
     * @param most counts no further
     */
    public int count(Map<String, String> words, long from, long to, int most) {
        return reader.sql(COUNT.formatted(counted(words), calls(words)))
                .params(words)
                .param("from", from)
                .param("to", to)
                .param("most", most)
                .query((row, number) -> (int) Math.min(most, row.getLong(1)))
                .single();
    }

    /** Whole days, then the hours before and behind them, then what is not counted beforehand. */
    private static final String COUNT =
            Counted.both() + "select (select coalesce(sum(calls), 0) from counter_days where " + Counted.WHOLE_DAYS
                    + """
            %1$s)
                + (select coalesce(sum(calls), 0) from counter_hours where\s""" + Counted.HOURS_BEFORE + """
            %1$s)
                + (select coalesce(sum(calls), 0) from counter_hours where\s""" + Counted.HOURS_BEHIND + """
            %1$s)
                + (select coalesce(sum(sign), 0) from counter_changes where\s""" + Counted.CHANGES + """
            %2$s)
                + (select count(*) from (select 1 from calls where\s"""
                    + Counted.BEFORE + """
            %2$s limit :most) as earlier)
                + (select count(*) from (select 1 from calls where\s""" + Counted.BEHIND + """
            %2$s limit :most) as later)""";

    /** Conditions on a table of counters. */
    private static String counted(Map<String, String> words) {
        return words.keySet().stream()
                .map(word -> " and " + word + " = :" + word)
                .collect(Collectors.joining());
    }

    /** Conditions on calls, and on what was noted of them. */
    private static String calls(Map<String, String> words) {
        return words.keySet().stream()
                .map(word ->
                        (word.equals("outcome") ? " and coalesce(outcome, 'UNKNOWN')" : " and " + word) + " = :" + word)
                .collect(Collectors.joining());
    }
}
