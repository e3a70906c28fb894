package dev.quell.history;

import dev.quell.call.CallOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Counts incidents so that a burst of spoofed calls weighs no more than one. */
public final class Incidents {

    private static final Duration DAY = Duration.ofDays(1);

    private Incidents() {}

    /**
     * The silent calls that count as incidents: each at least {@code spacing} after the one counted before, at most {@code perDay} in any 24 hours.
     *
     * @param calls oldest first
     */
    public static List<PastCall> silent(Stream<PastCall> calls, Duration spacing, int perDay) {
        List<PastCall> counted = new ArrayList<>();
        calls.filter(call -> call.outcome() == CallOutcome.SILENT)
                .filter(call -> counts(call.arrivedAt(), counted, spacing, perDay))
                .forEach(counted::add);
        return List.copyOf(counted);
    }

    private static boolean counts(Instant at, List<PastCall> counted, Duration spacing, int perDay) {
        if (counted.isEmpty()) {
            return perDay > 0;
        }
        boolean spaced = !at.isBefore(counted.getLast().arrivedAt().plus(spacing));
        Instant dayAgo = at.minus(DAY);
        long today = counted.stream()
                .filter(call -> call.arrivedAt().isAfter(dayAgo))
                .count();
        return spaced && today < perDay;
    }

    /** How many sessions the moments form: one ends where nothing happens for {@code gap} or longer. */
    public static int sessions(Collection<Instant> moments, Duration gap) {
        List<Instant> sorted = moments.stream().sorted().toList();
        int sessions = sorted.isEmpty() ? 0 : 1;
        for (int i = 1; i < sorted.size(); i++) {
            if (!sorted.get(i).isBefore(sorted.get(i - 1).plus(gap))) {
                sessions++;
            }
        }
        return sessions;
    }
}
