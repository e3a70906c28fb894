package dev.quell.source;

import dev.quell.call.CallerNumber;
import dev.quell.calllog.LoggedCall;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Calls of several sources, and what these have in common.
 *
 * @param calls newest first
 */
public record Group(List<LoggedCall> calls) {
    private static final Duration TOGETHER = Duration.ofHours(1);
    /** No trait is known: host, device and codec are empty. */
    private static final String NOTHING = "||";

    public Group {
        calls = List.copyOf(calls);
    }

    /** Each source with its number of calls, most first. */
    public Map<CallerNumber, Integer> sources() {
        Map<CallerNumber, Integer> counts = new HashMap<>();
        calls.forEach(call -> counts.merge(call.caller(), 1, Integer::sum));
        Map<CallerNumber, Integer> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<CallerNumber, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(each -> each.getKey().key()))
                .forEach(each -> sorted.put(each.getKey(), each.getValue()));
        return sorted;
    }

    /** When the oldest came. */
    public Instant first() {
        return calls.getLast().arrivedAt();
    }

    /** When the newest came. */
    public Instant last() {
        return calls.getFirst().arrivedAt();
    }

    /** The most sources that called within one hour. */
    public int together() {
        Map<CallerNumber, Integer> present = new HashMap<>();
        int most = 0;
        int oldest = 0;
        for (LoggedCall call : calls) {
            present.merge(call.caller(), 1, Integer::sum);
            while (Duration.between(call.arrivedAt(), calls.get(oldest).arrivedAt())
                            .compareTo(TOGETHER)
                    > 0) {
                CallerNumber gone = calls.get(oldest++).caller();
                present.computeIfPresent(gone, (caller, count) -> count == 1 ? null : count - 1);
            }
            most = Math.max(most, present.size());
        }
        return most;
    }

    /** The fingerprint that most sources share; empty if none is shared. */
    public Optional<Shared> shared() {
        Map<String, Set<CallerNumber>> sharing = new HashMap<>();
        calls.stream()
                .filter(call ->
                        !call.fingerprint().isEmpty() && !call.fingerprint().equals(NOTHING))
                .forEach(call -> sharing.computeIfAbsent(call.fingerprint(), print -> new HashSet<>())
                        .add(call.caller()));
        return sharing.entrySet().stream()
                .filter(print -> print.getValue().size() > 1)
                .max(Comparator.<Map.Entry<String, Set<CallerNumber>>>comparingInt(
                                print -> print.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .map(print -> new Shared(print.getKey(), print.getValue().size()));
    }

    /** A fingerprint and how many sources have it. */
    public record Shared(String fingerprint, int sources) {}

    /** The calls by fingerprint; those without one are left out. */
    static Map<String, Group> byFingerprint(List<LoggedCall> calls) {
        return calls.stream()
                .filter(call ->
                        !call.fingerprint().isEmpty() && !call.fingerprint().equals(NOTHING))
                .collect(Collectors.groupingBy(
                        LoggedCall::fingerprint,
                        LinkedHashMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), Group::new)));
    }
}
