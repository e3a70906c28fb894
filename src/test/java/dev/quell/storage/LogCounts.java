package dev.quell.storage;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;

import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.calllog.CallLog;
import dev.quell.calllog.LoggedCall;
import dev.quell.flag.FlagStore;
import dev.quell.report.Counters;
import dev.quell.report.HourCount;
import dev.quell.report.SourceCalls;
import dev.quell.report.SourceCount;
import dev.quell.report.SourceWord;
import dev.quell.report.Tally;
import dev.quell.report.WordCount;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Counters that count the log each time: what the others must tell.
 *
 * @param log all calls
 * @param flags at most 1,000
 */
record LogCounts(CallLog log, FlagStore flags) implements Counters {

    private List<LoggedCall> calls(Instant from, Instant to) {
        List<LoggedCall> all = new ArrayList<>();
        log.scan(from, to, all::add);
        return all;
    }

    private List<LoggedCall> calls(CallerNumber caller, Instant from, Instant to) {
        return calls(from, to).stream()
                .filter(call -> call.caller().equals(caller))
                .toList();
    }

    private static Tally tally(LoggedCall call) {
        return new Tally(
                1,
                call.outcome() == CallOutcome.SILENT ? 1 : 0,
                call.outcome() == CallOutcome.NOISE ? 1 : 0,
                call.outcome() == CallOutcome.GOOD_TALK ? 1 : 0,
                call.withAgent().orElse(Duration.ZERO));
    }

    private static String word(Word by, LoggedCall call) {
        return switch (by) {
            case ALL -> "";
            case LINE -> call.line();
            case TRUNK -> call.trunk();
            case CLASS ->
                call.verdict().map(verdict -> verdict.callClass().name()).orElse("");
            case ACTION ->
                call.verdict().map(verdict -> verdict.action().name()).orElse("");
            case OUTCOME -> call.outcome().name();
        };
    }

    private static <K extends Comparable<K>> Map<K, Tally> count(List<LoggedCall> calls, Function<LoggedCall, K> key) {
        return calls.stream()
                .collect(groupingBy(key, TreeMap::new, reducing(Tally.NONE, LogCounts::tally, Tally::plus)));
    }

    private static List<HourCount> spans(List<LoggedCall> calls, ChronoUnit length) {
        return count(calls, call -> call.arrivedAt().truncatedTo(length)).entrySet().stream()
                .map(each -> new HourCount(each.getKey(), "", each.getValue()))
                .toList();
    }

    @Override
    public Instant since() {
        return Instant.EPOCH;
    }

    @Override
    public List<HourCount> hours(Word by, Instant from, Instant to) {
        Map<Instant, List<LoggedCall>> hours = calls(from, to).stream()
                .collect(groupingBy(
                        call -> call.arrivedAt().truncatedTo(ChronoUnit.HOURS), TreeMap::new, Collectors.toList()));
        List<HourCount> counts = new ArrayList<>();
        hours.forEach((hour, calls) -> count(calls, call -> word(by, call))
                .forEach((word, tally) -> counts.add(new HourCount(hour, word, tally))));
        return counts;
    }

    @Override
    public List<WordCount> words(Word by, Instant from, Instant to) {
        return count(calls(from, to), call -> word(by, call)).entrySet().stream()
                .map(each -> new WordCount(each.getKey(), each.getValue()))
                .toList();
    }

    @Override
    public List<SourceCount> top(Ranking by, Instant from, Instant to, int limit) {
        return top(by, "", from, to, limit);
    }

    @Override
    public List<SourceCount> top(Ranking by, String prefix, Instant from, Instant to, int limit) {
        Map<String, Tally> tallies =
                count(calls(from, to), call -> call.caller().key());
        Map<String, Long> raised = new HashMap<>();
        flags.since(from, 1_000).stream()
                .filter(flag -> flag.at().isBefore(to) && flag.undoneAt().isEmpty())
                .forEach(flag -> raised.merge(flag.caller().key(), 1L, Long::sum));
        raised.keySet().forEach(caller -> tallies.putIfAbsent(caller, Tally.NONE));
        return tallies.entrySet().stream()
                .filter(each -> each.getKey().startsWith(prefix))
                .map(each -> new SourceCount(
                        CallerNumber.ofKey(each.getKey()), each.getValue(), raised.getOrDefault(each.getKey(), 0L)))
                .sorted(order(by))
                .limit(limit)
                .toList();
    }

    private static Comparator<SourceCount> order(Ranking by) {
        Comparator<SourceCount> calls = Comparator.comparingLong(
                        (SourceCount source) -> source.tally().calls())
                .reversed()
                .thenComparing(source -> source.caller().key());
        return by == Ranking.CALLS
                ? calls
                : Comparator.comparingLong(SourceCount::nuisance).reversed().thenComparing(calls);
    }

    @Override
    public List<SourceWord> sources(Collection<CallerNumber> callers, Word by, Instant from, Instant to) {
        return callers.stream()
                .flatMap(caller -> count(calls(caller, from, to), call -> word(by, call)).entrySet().stream()
                        .map(each -> new SourceWord(caller, each.getKey(), each.getValue()))
                        .sorted(Comparator.comparingLong(
                                        (SourceWord word) -> word.tally().calls())
                                .reversed()
                                .thenComparing(SourceWord::word)))
                .toList();
    }

    @Override
    public List<SourceCount> disturbers(Optional<String> prefix, Instant from, Instant to, int limit) {
        List<SourceCount> ranked = prefix.map(start -> top(Ranking.NUISANCE, start, from, to, limit))
                .orElseGet(() -> top(Ranking.NUISANCE, from, to, limit));
        return ranked.stream().filter(source -> source.nuisance() > 0).toList();
    }

    @Override
    public List<SourceCalls> together(Collection<CallerNumber> callers, Set<Word> by, Instant from, Instant to) {
        return callers.stream()
                .flatMap(caller -> calls(caller, from, to).stream()
                        .collect(groupingBy(
                                call -> words(by, call), reducing(Tally.NONE, LogCounts::tally, Tally::plus)))
                        .entrySet()
                        .stream()
                        .map(each -> new SourceCalls(caller, each.getKey(), each.getValue())))
                .toList();
    }

    private static Map<Word, String> words(Set<Word> by, LoggedCall call) {
        return by.stream().collect(Collectors.toMap(word -> word, word -> word(word, call)));
    }

    @Override
    public List<HourCount> hours(Word by, String word, Instant from, Instant to) {
        return hours(by, from, to).stream()
                .filter(hour -> hour.word().equals(word))
                .toList();
    }

    @Override
    public List<HourCount> source(CallerNumber caller, Instant from, Instant to) {
        return spans(calls(caller, from, to), ChronoUnit.HOURS);
    }

    @Override
    public List<HourCount> minutes(Instant from, Instant to) {
        return spans(calls(from, to), ChronoUnit.MINUTES);
    }
}
