package dev.quell.web.sources;

import dev.quell.call.CallId;
import dev.quell.call.CallerNumber;
import dev.quell.calllog.CallCursor;
import dev.quell.calllog.CallFilter;
import dev.quell.calllog.CallLog;
import dev.quell.calllog.CallerFilter;
import dev.quell.calllog.LoggedCall;
import dev.quell.report.Counters;
import dev.quell.report.Counters.Ranking;
import dev.quell.report.Counters.Word;
import dev.quell.report.HourCount;
import dev.quell.report.SourceWord;
import dev.quell.source.Aftermath;
import dev.quell.source.PastEntries;
import dev.quell.source.Ranges;
import dev.quell.source.Whereabouts;
import dev.quell.web.sources.OneSourceView.DayCount;
import dev.quell.web.sources.OneSourceView.EntryPast;
import dev.quell.web.sources.OneSourceView.Followed;
import dev.quell.web.sources.OneSourceView.HeatCell;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what is known of a source: from counters, and from a bounded number of its calls. */
@Component
final class SourceFinder {
    private static final int LOOKED_AT = 500;
    private static final int NEIGHBOURS = 12;
    private static final CallId NO_CALL = new CallId("none", "0");

    private final Counters counters;
    private final CallLog log;
    private final PastEntries entries;
    private final Whereabouts whereabouts;
    private final Clock clock;
    private final ZoneId zone = ZoneId.systemDefault();

    SourceFinder(Counters counters, CallLog log, PastEntries entries, Whereabouts whereabouts, Clock clock) {
        this.counters = counters;
        this.log = log;
        this.entries = entries;
        this.whereabouts = whereabouts;
        this.clock = clock;
    }

    OneSourceView of(CallerNumber caller, SourceQuery query, Locale language) {
        List<HourCount> hours = counters.source(caller, query.from(), query.to());
        Map<String, Long> outcomes = words(caller, Word.OUTCOME, query);
        return new OneSourceView(
                OneSourceView.shown(caller),
                known(whereabouts.region(caller, language)),
                known(whereabouts.carrier(caller, language)),
                end(caller, Optional.of(CallCursor.Way.NEWER)),
                end(caller, Optional.empty()),
                query.from(),
                query.to(),
                outcomes.values().stream().mapToLong(Long::longValue).sum(),
                outcomes.getOrDefault("SILENT", 0L) + outcomes.getOrDefault("NOISE", 0L),
                words(caller, Word.CLASS, query),
                outcomes,
                words(caller, Word.LINE, query),
                words(caller, Word.TRUNK, query),
                heat(hours),
                days(hours),
                entries.of(caller).stream().map(EntryPast::of).toList(),
                followed(caller, query),
                neighbours(caller, query));
    }

    private static @Nullable String known(String text) {
        return text.isEmpty() ? null : text;
    }

    /** When the oldest call of all came if newer ones than the beginning of time are asked for, else the newest. */
    private @Nullable Instant end(CallerNumber caller, Optional<CallCursor.Way> way) {
        CallFilter filter = CallFilter.builder(Instant.EPOCH, clock.instant().plusMillis(1))
                .caller(new CallerFilter.Exact(caller))
                .build();
        Optional<CallCursor> at = way.map(newer -> new CallCursor(newer, Instant.EPOCH, NO_CALL));
        return log.search(new CallLog.Query(filter, at, 1)).calls().stream()
                .findFirst()
                .map(LoggedCall::arrivedAt)
                .orElse(null);
    }

    private Map<String, Long> words(CallerNumber caller, Word by, SourceQuery query) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (SourceWord word : counters.sources(List.of(caller), by, query.from(), query.to())) {
            counts.merge(word.word(), word.tally().calls(), Long::sum);
        }
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

    private List<Followed> followed(CallerNumber caller, SourceQuery query) {
        CallFilter filter = CallFilter.builder(query.from(), query.to())
                .caller(new CallerFilter.Exact(caller))
                .build();
        List<LoggedCall> newest = log.search(new CallLog.Query(filter, Optional.empty(), LOOKED_AT))
                .calls();
        return Aftermath.of(newest, clock.instant()).stream().map(Followed::of).toList();
    }

    private List<TopSource> neighbours(CallerNumber caller, SourceQuery query) {
        return Ranges.of(caller)
                .map(range -> counters.top(Ranking.CALLS, range, query.from(), query.to(), NEIGHBOURS + 1).stream()
                        .filter(source -> !source.caller().equals(caller))
                        .limit(NEIGHBOURS)
                        .map(TopSource::of)
                        .toList())
                .orElse(List.of());
    }
}
