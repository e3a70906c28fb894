package dev.quell.console.calls;

import dev.quell.calllog.CallFilter;
import dev.quell.calllog.CallerFilter;
import dev.quell.console.shell.Times;
import dev.quell.report.Counters;
import dev.quell.report.Counters.Word;
import dev.quell.report.HourCount;
import dev.quell.report.Tally;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Counts what the chart above the log shows, from counters alone: by hour, or by day where hours would be too many. */
@Component
final class CallChart {
    private static final Duration USUAL = Duration.ofDays(7);
    private static final Duration LONGEST = Duration.ofDays(92);
    private static final Duration BY_HOUR = Duration.ofDays(8);

    private final Counters counters;
    private final Times times;
    private final ZoneId zone;

    @Autowired
    CallChart(Counters counters, Times times) {
        this(counters, times, ZoneId.systemDefault());
    }

    CallChart(Counters counters, Times times, ZoneId zone) {
        this.counters = counters;
        this.times = times;
        this.zone = zone;
    }

    /**
     * What is drawn.
     *
     * @param starts when each span begins, as a field of day and time holds it, and when the last one ends
     * @param nuisance silent calls and noise of each span
     * @param other the others of each span
     * @param partly whether the counters cannot tell the filtered calls apart, so that more are shown
     */
    record Drawn(List<String> starts, List<Long> nuisance, List<Long> other, boolean partly) {
        public Drawn {
            starts = List.copyOf(starts);
            nuisance = List.copyOf(nuisance);
            other = List.copyOf(other);
        }

        /** All that are drawn. */
        public long calls() {
            return disturbing() + other.stream().mapToLong(Long::longValue).sum();
        }

        /** Those of them that were silent or noise. */
        public long disturbing() {
            return nuisance.stream().mapToLong(Long::longValue).sum();
        }

        /** When it begins. */
        public String from() {
            return starts.getFirst();
        }

        /** When it ends. */
        public String to() {
            return starts.getLast();
        }
    }

    Drawn of(CallFilter filter, Instant now) {
        Instant to = filter.to().isAfter(now) ? now.plusMillis(1) : filter.to();
        Instant earliest = to.minus(filter.from().equals(Instant.EPOCH) ? USUAL : LONGEST);
        Instant from = filter.from().isBefore(earliest) ? earliest : filter.from();
        boolean days = Duration.between(from, to).compareTo(BY_HOUR) > 0;
        List<Instant> starts = starts(from, to, days ? ChronoUnit.DAYS : ChronoUnit.HOURS);
        Optional<List<HourCount>> apart = apart(filter, starts.getFirst(), starts.getLast());
        List<HourCount> counts = apart.orElseGet(() -> counters.hours(Word.ALL, starts.getFirst(), starts.getLast()));
        return drawn(starts, counts, days, apart.isEmpty() && filtered(filter));
    }

    /** The counts of exactly the filtered calls, if the counters have them: of one word or of one caller. */
    private Optional<List<HourCount>> apart(CallFilter filter, Instant from, Instant to) {
        Map<Word, String> words = new HashMap<>();
        filter.callClass().ifPresent(word -> words.put(Word.CLASS, word.name()));
        filter.action().ifPresent(word -> words.put(Word.ACTION, word.name()));
        filter.outcome().ifPresent(word -> words.put(Word.OUTCOME, word.name()));
        filter.line().ifPresent(word -> words.put(Word.LINE, word));
        filter.trunk().ifPresent(word -> words.put(Word.TRUNK, word));
        boolean more = filter.agent().isPresent()
                || filter.score().isPresent()
                || filter.applied().isPresent()
                || filter.caseNumber().isPresent();
        if (more || words.size() + (filter.caller().isPresent() ? 1 : 0) != 1) {
            return Optional.empty();
        }
        if (filter.caller().isPresent()) {
            return filter.caller()
                    .filter(CallerFilter.Exact.class::isInstance)
                    .map(CallerFilter.Exact.class::cast)
                    .map(caller -> counters.source(caller.caller(), from, to));
        }
        Map.Entry<Word, String> only = words.entrySet().iterator().next();
        return Optional.of(counters.hours(only.getKey(), only.getValue(), from, to));
    }

    private static boolean filtered(CallFilter filter) {
        return !filter.equals(CallFilter.between(filter.from(), filter.to()));
    }

    /** The beginnings of whole hours or days, and the end of the last. Hours are as they are counted: half past, where the zone is half an hour off. */
    private List<Instant> starts(Instant from, Instant to, ChronoUnit step) {
        List<Instant> starts = new ArrayList<>();
        ZonedDateTime at = begin(from, step).atZone(zone);
        while (at.toInstant().isBefore(to)) {
            starts.add(at.toInstant());
            at = at.plus(1, step);
        }
        starts.add(at.toInstant());
        return starts;
    }

    private Instant begin(Instant of, ChronoUnit step) {
        return step == ChronoUnit.HOURS
                ? of.truncatedTo(step)
                : of.atZone(zone).truncatedTo(step).toInstant();
    }

    private Drawn drawn(List<Instant> starts, List<HourCount> counts, boolean days, boolean partly) {
        Map<Instant, Tally> tallies = new HashMap<>();
        ChronoUnit step = days ? ChronoUnit.DAYS : ChronoUnit.HOURS;
        counts.forEach(count -> tallies.merge(begin(count.from(), step), count.tally(), Tally::plus));
        List<Long> nuisance = new ArrayList<>();
        List<Long> other = new ArrayList<>();
        for (Instant start : starts.subList(0, starts.size() - 1)) {
            Tally tally = tallies.getOrDefault(start, Tally.NONE);
            nuisance.add(tally.silent() + tally.noise());
            other.add(tally.calls() - tally.silent() - tally.noise());
        }
        return new Drawn(starts.stream().map(times::field).toList(), nuisance, other, partly);
    }
}
