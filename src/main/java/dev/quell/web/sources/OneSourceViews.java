package dev.quell.web.sources;

import dev.quell.call.CallerNumber;
import dev.quell.calllog.LoggedCall;
import dev.quell.report.Counters.Word;
import dev.quell.report.HourCount;
import dev.quell.report.SourceCalls;
import dev.quell.source.SourceFacts;
import dev.quell.source.SourceMaker;
import dev.quell.source.Whereabouts;
import dev.quell.web.sources.OneSourceView.DayCount;
import dev.quell.web.sources.OneSourceView.EntryPast;
import dev.quell.web.sources.OneSourceView.Followed;
import dev.quell.web.sources.OneSourceView.HeatCell;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows what is known of a source. */
@Component
final class OneSourceViews {
    private final SourceMaker maker;
    private final Whereabouts whereabouts;
    private final ZoneId zone = ZoneId.systemDefault();

    OneSourceViews(SourceMaker maker, Whereabouts whereabouts) {
        this.maker = maker;
        this.whereabouts = whereabouts;
    }

    OneSourceView of(CallerNumber caller, SourceQuery query, Locale language) {
        SourceFacts facts = maker.of(caller, query.from(), query.to());
        Map<String, Long> outcomes = words(facts, Word.OUTCOME);
        return new OneSourceView(
                OneSourceView.shown(caller),
                known(whereabouts.region(caller, language)),
                known(whereabouts.carrier(caller, language)),
                facts.first().map(LoggedCall::arrivedAt).orElse(null),
                facts.last().map(LoggedCall::arrivedAt).orElse(null),
                query.from(),
                query.to(),
                outcomes.values().stream().mapToLong(Long::longValue).sum(),
                outcomes.getOrDefault("SILENT", 0L) + outcomes.getOrDefault("NOISE", 0L),
                words(facts, Word.CLASS),
                outcomes,
                words(facts, Word.LINE),
                words(facts, Word.TRUNK),
                heat(facts.hours()),
                days(facts.hours()),
                facts.entries().stream().map(EntryPast::of).toList(),
                facts.followed().rows().stream().map(Followed::of).toList(),
                facts.neighbours().stream().map(TopSource::of).toList());
    }

    private static @Nullable String known(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Map<String, Long> words(SourceFacts facts, Word by) {
        Map<String, Long> counts = new LinkedHashMap<>();
        SourceCalls.by(by, facts.calls())
                .forEach(word -> counts.merge(word.word(), word.tally().calls(), Long::sum));
        return counts;
    }

    private List<HeatCell> heat(List<HourCount> hours) {
        return sums(hours, at -> at.getDayOfWeek().getValue() * 24 + at.getHour()).entrySet().stream()
                .map(each -> new HeatCell(
                        DayOfWeek.of((each.getKey() - each.getKey() % 24) / 24),
                        each.getKey() % 24,
                        each.getValue()[0],
                        each.getValue()[1]))
                .toList();
    }

    private List<DayCount> days(List<HourCount> hours) {
        return sums(hours, ZonedDateTime::toLocalDate).entrySet().stream()
                .map(each -> day(each.getKey(), each.getValue()))
                .toList();
    }

    private static DayCount day(LocalDate day, long[] counts) {
        return new DayCount(day, counts[0], counts[1]);
    }

    /** Calls and nuisance by what hours have in common. */
    private <K extends Comparable<? super K>> Map<K, long[]> sums(
            List<HourCount> hours, Function<ZonedDateTime, K> key) {
        Map<K, long[]> sums = new TreeMap<>();
        for (HourCount hour : hours) {
            long[] sum = sums.computeIfAbsent(key.apply(hour.from().atZone(zone)), none -> new long[2]);
            sum[0] += hour.tally().calls();
            sum[1] += hour.tally().silent() + hour.tally().noise();
        }
        return sums;
    }
}
