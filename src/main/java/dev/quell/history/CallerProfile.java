package dev.quell.history;

import dev.quell.call.CallOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a caller did before, as of a moment. The present call is not among its calls.
 *
 * @param calls earlier calls, oldest first, the newest {@link #MAX_CALLS} at most
 * @param flags standing flags, oldest first
 * @param known as what the site knows the caller
 * @param asOf the moment from which windows count back
 */
public record CallerProfile(List<PastCall> calls, List<PastFlag> flags, Set<KnownAs> known, Instant asOf) {

    /** How many calls of one caller are remembered at most. */
    public static final int MAX_CALLS = 500;

    public CallerProfile {
        calls = List.copyOf(calls);
        flags = List.copyOf(flags);
        known = Set.copyOf(known);
    }

    /** A caller never heard of. */
    public static CallerProfile stranger(Instant asOf) {
        return new CallerProfile(List.of(), List.of(), Set.of(), asOf);
    }

    /** Whether the site knows the caller as a customer or has a ticket of theirs: nothing is held against such a number that others may show. */
    public boolean customer() {
        return known.contains(KnownAs.CUSTOMER) || known.contains(KnownAs.OPEN_TICKET);
    }

    /** The calls that arrived within a window that ends now, oldest first; one exactly as old as the window is inside. */
    public Stream<PastCall> callsWithin(Duration window) {
        Instant from = asOf.minus(window);
        return calls.stream().filter(call -> !call.arrivedAt().isBefore(from));
    }

    /** How many calls within a window had an outcome. */
    public int count(CallOutcome outcome, Duration window) {
        return (int)
                callsWithin(window).filter(call -> call.outcome() == outcome).count();
    }

    /** How many different lines were called within a window. */
    public int lines(Duration window) {
        return (int) callsWithin(window).map(PastCall::line).distinct().count();
    }

    /** How many calls in a row, the newest backwards, were silent; calls that tell nothing are passed over. */
    public int silentStreak() {
        int streak = 0;
        for (PastCall call : calls.reversed()) {
            if (call.outcome() == CallOutcome.SILENT) {
                streak++;
            } else if (call.outcome().heard()) {
                break;
            }
        }
        return streak;
    }

    /** The agents whose flags stand within a window. */
    public Set<String> flaggingAgents(Duration window) {
        Instant from = asOf.minus(window);
        return flags.stream()
                .filter(flag -> !flag.at().isBefore(from))
                .map(PastFlag::agent)
                .collect(Collectors.toUnmodifiableSet());
    }
}
