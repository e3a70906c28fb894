package dev.quell.console.sources.campaign;

import dev.quell.blocklist.FingerprintShare;
import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.call.Printable;
import dev.quell.calllog.CallFilter;
import dev.quell.calllog.CallLog;
import dev.quell.calllog.CallerFilter;
import dev.quell.calllog.LoggedCall;
import dev.quell.console.shell.Callers;
import dev.quell.console.shell.Tongue;
import dev.quell.console.sources.parts.Period;
import dev.quell.console.sources.parts.Ranges;
import dev.quell.console.sources.parts.SourceKeys;
import dev.quell.report.Counters;
import dev.quell.report.Counters.Ranking;
import dev.quell.report.SourceCount;
import dev.quell.security.masking.Masking;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
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
    static final int CALLS_EACH = 100;

    private static final int SUSPECTS = 300;
    private static final int LEAST_SOURCES = 3;
    private static final int RANGES = 6;
    private static final int PRINTS = 4;
    private static final int SILENT_CALLS = 200;
    private static final int LEAST_OTHERS = 50;
    private static final int MEMBERS = 6;
    private static final int LONGEST = 120;
    /** A fingerprint that more of the others have says nothing. */
    private static final double COMMON = 0.2;

    private final Counters counters;
    private final CallLog log;
    private final FingerprintShare fingerprints;
    private final Callers callers;
    private final SourceKeys keys;

    Campaigns(Counters counters, CallLog log, FingerprintShare fingerprints, Callers callers, SourceKeys keys) {
        this.counters = counters;
        this.log = log;
        this.fingerprints = fingerprints;
        this.callers = callers;
        this.keys = keys;
    }

    /** The campaigns of a period, those of ranges first, by nuisance; of numbers that begin alike if a prefix is given. */
    public List<Campaign> of(Optional<String> prefix, Period period, Tongue tongue) {
        List<Campaign> ranges = ranges(prefix, period).stream()
                .flatMap(start -> range(start, period, tongue).stream())
                .toList();
        Set<String> told = new HashSet<>();
        ranges.forEach(campaign -> told.add(campaign.fingerprint()));
        List<Campaign> prints = Group.byFingerprint(disturbing(prefix, period)).entrySet().stream()
                .filter(print -> !told.contains(Printable.of(print.getKey(), LONGEST)))
                .map(Map.Entry::getValue)
                .filter(group -> group.sources().size() >= LEAST_SOURCES && group.together() > 1 && rare(group))
                .sorted(Comparator.comparingInt((Group group) -> group.sources().size())
                        .reversed())
                .limit(PRINTS)
                .map(group -> campaign("", "", group, tongue))
                .toList();
        return Stream.concat(ranges.stream(), prints.stream()).toList();
    }

    /** How the numbers of the ranges begin of which several disturbed, those with the most nuisance first. */
    private List<String> ranges(Optional<String> prefix, Period period) {
        Map<String, Long> nuisance = new HashMap<>();
        Map<String, Integer> sources = new HashMap<>();
        for (SourceCount suspect : suspects(prefix, period)) {
            if (suspect.nuisance() > 0) {
                Ranges.of(suspect.caller()).ifPresent(range -> {
                    nuisance.merge(range, suspect.nuisance(), Long::sum);
                    sources.merge(range, 1, Integer::sum);
                });
            }
        }
        return nuisance.entrySet().stream()
                .filter(range -> sources.getOrDefault(range.getKey(), 0) >= LEAST_SOURCES)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry::getKey))
                .limit(RANGES)
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<SourceCount> suspects(Optional<String> prefix, Period period) {
        return prefix.map(start -> counters.top(Ranking.NUISANCE, start, period.from(), period.to(), SUSPECTS))
                .orElseGet(() -> counters.top(Ranking.NUISANCE, period.from(), period.to(), SUSPECTS));
    }

    private Optional<Campaign> range(String start, Period period, Tongue tongue) {
        CallFilter filter = CallFilter.builder(period.from(), period.to())
                .caller(new CallerFilter.Prefix(start))
                .build();
        Group group = new Group(search(filter, CALLS_EACH));
        return group.calls().isEmpty() || group.together() < 2
                ? Optional.empty()
                : Optional.of(campaign(
                        Masking.text(start + "00").replaceAll("00$", "*"),
                        Masking.mayAsk(start) ? start + "*" : "",
                        group,
                        tongue));
    }

    /** The newest silent and noisy calls. */
    private List<LoggedCall> disturbing(Optional<String> prefix, Period period) {
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

    private Campaign campaign(String range, String address, Group group, Tongue tongue) {
        Optional<Group.Shared> shared = group.shared();
        OptionalDouble common =
                shared.map(print -> common(group, print.fingerprint())).orElseGet(OptionalDouble::empty);
        Map<CallerNumber, Integer> sources = group.sources();
        return new Campaign(
                range,
                address,
                sources.size(),
                group.calls().size(),
                group.together(),
                shared.map(print -> Printable.of(print.fingerprint(), LONGEST)).orElse(""),
                shared.map(Group.Shared::sources).orElse(0),
                common.isPresent() ? OptionalLong.of(Math.round(100 * common.getAsDouble())) : OptionalLong.empty(),
                group.first(),
                group.last(),
                sources.entrySet().stream()
                        .limit(MEMBERS)
                        .map(each -> new Campaign.Member(
                                keys.of(each.getKey()), callers.show(each.getKey(), tongue), each.getValue()))
                        .toList());
    }
}
