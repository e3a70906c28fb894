package dev.quell.source;

import dev.quell.call.WayStep;
import dev.quell.calllog.LoggedCall;
import dev.quell.classifier.Action;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a source did after its calls were treated in one way: whether it called again, and after how long. The time runs from the end of a call to the
 * arrival of the next one.
 *
 * @param treatment the strongest station on those calls' way; what was applied, of those whose way was never told
 * @param calls how many calls
 * @param meant how many of them the verdict meant to be treated otherwise, by how: Quell only observed, the floor had tripped, or an agent's flag came
 * @param hour of those whose hour is over: how many, and after how many the source had called again by then
 * @param day the same of 24 hours
 * @param median half of the times are shorter; empty if the source never called again
 */
public record Aftermath(
        Treatment treatment,
        int calls,
        Within hour,
        Within day,
        Optional<Duration> median,
        Map<Treatment, Integer> meant) {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    public Aftermath {
        meant = Collections.unmodifiableMap(new TreeMap<>(meant));
    }

    /** How a call was treated, the mildest first. */
    public enum Treatment {
        PASS,
        LISTEN,
        CHALLENGE,
        DETER,
        REJECT
    }

    /**
     * A part of calls whose time is over.
     *
     * @param of how many can be told
     */
    public record Within(int back, int of) {
        /** In a hundred. */
        public long percent() {
            return of == 0 ? 0 : Math.round(100.0 * back / of);
        }
    }

    /**
     * One row a treatment that occurred.
     *
     * @param calls of one source, newest first, without a gap
     */
    public static List<Aftermath> of(List<LoggedCall> calls, Instant now) {
        Map<Treatment, Tally> tallies = new EnumMap<>(Treatment.class);
        for (int i = 0; i < calls.size(); i++) {
            LoggedCall call = calls.get(i);
            Instant end = call.endedAt().orElse(call.arrivedAt());
            Optional<Duration> gap = i == 0 ? Optional.empty() : Optional.of(between(end, calls.get(i - 1)));
            Tally tally = tallies.computeIfAbsent(treatment(call), kind -> new Tally());
            tally.add(gap, Duration.between(end, now));
            call.verdict()
                    .map(verdict -> treatment(verdict.action()))
                    .filter(meant -> meant != treatment(call))
                    .ifPresent(tally::addMeant);
        }
        return tallies.entrySet().stream()
                .map(each -> each.getValue().row(each.getKey()))
                .toList();
    }

    /** A source with several lines may call before its last call has ended. */
    private static Duration between(Instant end, LoggedCall next) {
        Duration gap = Duration.between(end, next.arrivedAt());
        return gap.isNegative() ? Duration.ZERO : gap;
    }

    private static Treatment treatment(LoggedCall call) {
        List<WayStep> way = call.way();
        if (way.isEmpty()) {
            return treatment(call.applied());
        }
        if (way.contains(WayStep.REJECT)) {
            return Treatment.REJECT;
        }
        if (way.contains(WayStep.DETER)) {
            return Treatment.DETER;
        }
        if (way.contains(WayStep.CHALLENGE)) {
            return Treatment.CHALLENGE;
        }
        return way.contains(WayStep.LISTEN) ? Treatment.LISTEN : Treatment.PASS;
    }

    private static Treatment treatment(Action action) {
        return switch (action) {
            case PASS, TAG -> Treatment.PASS;
            case LISTEN -> Treatment.LISTEN;
            case CHALLENGE -> Treatment.CHALLENGE;
            case DETER -> Treatment.DETER;
            case REJECT -> Treatment.REJECT;
        };
    }

    private static final class Tally {
        private final Map<Treatment, Integer> meant = new EnumMap<>(Treatment.class);
        private final List<Duration> gaps = new ArrayList<>();
        private int calls;
        private Within hour = new Within(0, 0);
        private Within day = new Within(0, 0);

        void add(Optional<Duration> gap, Duration since) {
            calls++;
            gap.ifPresent(gaps::add);
            hour = count(hour, HOUR, gap, since);
            day = count(day, DAY, gap, since);
        }

        void addMeant(Treatment otherwise) {
            meant.merge(otherwise, 1, Integer::sum);
        }

        /** A call whose time is not over yet counts once it is, or once the source has called. */
        private static Within count(Within before, Duration term, Optional<Duration> gap, Duration since) {
            boolean back = gap.filter(time -> time.compareTo(term) <= 0).isPresent();
            boolean over = since.compareTo(term) >= 0;
            return back || over ? new Within(before.back() + (back ? 1 : 0), before.of() + 1) : before;
        }

        Aftermath row(Treatment treatment) {
            List<Duration> sorted = gaps.stream().sorted().toList();
            return new Aftermath(
                    treatment,
                    calls,
                    hour,
                    day,
                    sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get((sorted.size() - 1) / 2)),
                    meant);
        }
    }
}
