package dev.quell.source;

import dev.quell.blocklist.FingerprintShare;
import dev.quell.call.CallOutcome;
import dev.quell.calllog.CallFilter;
import dev.quell.calllog.CallLog;
import dev.quell.calllog.CallerFilter;
import dev.quell.calllog.LoggedCall;
import dev.quell.report.Counters;
import dev.quell.report.SourceCount;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Finds sources that seem to act as one: those of a hundred numbers that follow each other, of which several disturbed, and those that share signalling
 * traits that few others have. Looks at the sources with the most nuisance and at a bounded number of calls.
 */
@Component
public final class Campaigns {
    /** As many calls of each range are looked at. */
    public static final int CALLS_EACH = 100;

    private static final int SUSPECTS = 300;
    private static final int LEAST_SOURCES = 3;
    private static final int RANGES = 6;
    private static final int PRINTS = 4;
    private static final int SILENT_CALLS = 200;
    private static final int LEAST_OTHERS = 50;
    /** A fingerprint that more of the others have says nothing. */
    private static final double COMMON = 0.2;

    private final Counters counters;
    private final CallLog log;
    private final FingerprintShare fingerprints;

    Campaigns(Counters counters, CallLog log, FingerprintShare fingerprints) {
        this.counters = counters;
        this.log = log;
        this.fingerprints = fingerprints;
    }

    /**
     * Sources that seem to act as one.
     *
     * @param start how all their numbers begin; empty if they share no range
     * @param shared the signalling traits that most of them share
     * @param common which share of the other recent callers of the trunk has these, 0 to 1; empty if too few are known
     */
    public record Found(Optional<String> start, Group group, Optional<Group.Shared> shared, OptionalDouble common) {}

    /** The campaigns of a period, those of ranges first, by nuisance; of numbers that begin alike if a prefix is given. */
    public List<Found> of(Optional<String> prefix, Instant from, Instant to) {
        Span span = new Span(from, to);
        List<Found> ranges = ranges(prefix, span).stream()
                .flatMap(start -> range(start, span).stream())
                .toList();
        Set<String> told = new HashSet<>();
        ranges.forEach(found -> found.shared().map(Group.Shared::fingerprint).ifPresent(told::add));
        List<Found> prints = Group.byFingerprint(disturbing(prefix, span)).entrySet().stream()
                .filter(print -> !told.contains(print.getKey()))
                .map(Map.Entry::getValue)
                .filter(group -> group.sources().size() >= LEAST_SOURCES && group.together() > 1 && rare(group))
                .sorted(Comparator.comparingInt((Group group) -> group.sources().size())
                        .reversed())
                .limit(PRINTS)
                .map(group -> found(Optional.empty(), group))
                .toList();
        return Stream.concat(ranges.stream(), prints.stream()).toList();
    }

    private record Span(Instant from, Instant to) {}

    /** How the numbers of the ranges begin of which several disturbed, those with the most nuisance first. */
    private List<String> ranges(Optional<String> prefix, Span period) {
        Map<String, Long> nuisance = new HashMap<>();
        Map<String, Integer> sources = new HashMap<>();
        for (SourceCount suspect : counters.disturbers(prefix, period.from(), period.to(), SUSPECTS)) {
            Ranges.of(suspect.caller()).ifPresent(range -> {
                nuisance.merge(range, suspect.nuisance(), Long::sum);
                sources.merge(range, 1, Integer::sum);
            });
        }
        return nuisance.entrySet().stream()
                .filter(range -> sources.getOrDefault(range.getKey(), 0) >= LEAST_SOURCES)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry::getKey))
                .limit(RANGES)
                .map(Map.Entry::getKey)
                .toList();
    }

    private Optional<Found> range(String start, Span period) {
        CallFilter filter = CallFilter.builder(period.from(), period.to())
                .caller(new CallerFilter.Prefix(start))
                .build();
        Group group = new Group(search(filter, CALLS_EACH));
        return group.calls().isEmpty() || group.together() < 2
                ? Optional.empty()
                : Optional.of(found(Optional.of(start), group));
    }

    /** The newest silent and noisy calls. */
    private List<LoggedCall> disturbing(Optional<String> prefix, Span period) {
        return Stream.of(CallOutcome.SILENT, CallOutcome.NOISE)
                .map(outcome -> {
                    CallFilter.Builder filter =
                            CallFilter.builder(period.from(), period.to()).outcome(outcome);
                    prefix.map(CallerFilter.Prefix::new).ifPresent(filter::caller);
                    return filter.build();
                })
                .flatMap(filter -> search(filter, SILENT_CALLS).stream())
                .sorted(Comparator.comparing(LoggedCall::arrivedAt).reversed())
                .toList();
    }

    private List<LoggedCall> search(CallFilter filter, int most) {
        return log.search(new CallLog.Query(filter, Optional.empty(), most)).calls();
    }

    private boolean rare(Group group) {
        OptionalDouble common = common(group, group.calls().getFirst().fingerprint());
        return common.isPresent() && common.getAsDouble() <= COMMON;
    }

    private OptionalDouble common(Group group, String fingerprint) {
        LoggedCall newest = group.calls().stream()
                .filter(call -> call.fingerprint().equals(fingerprint))
                .findFirst()
                .orElse(group.calls().getFirst());
        return fingerprints.amongOthers(newest.caller(), newest.trunk(), fingerprint, LEAST_OTHERS);
    }

    private Found found(Optional<String> start, Group group) {
        Optional<Group.Shared> shared = group.shared();
        OptionalDouble common =
                shared.map(print -> common(group, print.fingerprint())).orElseGet(OptionalDouble::empty);
        return new Found(start, group, shared, common);
    }
}
