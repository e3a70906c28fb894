package dev.quell.history;

import dev.quell.call.CallOutcome;
import dev.quell.call.IncomingCall;
import java.time.Duration;
import java.util.List;

/**
 * What a caller's earlier calls amount to for the present one, counted once for all rules.
 *
 * @param profile what is counted
 * @param present the call for which it is counted; if it is signed A, what was done under its number without such a signature is left out
 * @param volume how often, how widely and how regularly
 * @param outcomes how it went
 */
public record CallerFacts(CallerProfile profile, IncomingCall present, CallerVolume volume, CallerOutcomes outcomes) {

    private static final int NEWEST_FLAGS = 64;

    /** Counts. */
    public static CallerFacts of(CallerProfile profile, IncomingCall present) {
        long asOf = profile.asOf().toEpochMilli();
        return new CallerFacts(
                profile,
                present,
                CallerVolume.of(profile.calls(), present, asOf),
                CallerOutcomes.of(profile.calls(), present, asOf));
    }

    /** Every silent call within a window; one exactly as old as the window is inside. */
    public int silent(Duration window) {
        return silent(window, Duration.ZERO);
    }

    /** The silent calls within a window of which each lies {@code spacing} or more from the one counted before, the newest first. */
    public int silent(Duration window, Duration spacing) {
        List<PastCall> calls = profile.calls();
        long from = profile.asOf().toEpochMilli() - window.toMillis();
        long before = Long.MAX_VALUE;
        int counted = 0;
        for (int i = calls.size() - 1; i >= 0; i--) {
            PastCall call = calls.get(i);
            long at = call.arrivedAt().toEpochMilli();
            if (at < from) {
                break;
            }
            if (call.outcome() == CallOutcome.SILENT && at <= before && Deeds.of(call, present)) {
                counted++;
                before = at - spacing.toMillis();
            }
        }
        return counted;
    }

    /** How many calls within a window had somebody speak; one exactly as old as the window is inside. */
    public int spoken(Duration window) {
        return newest(window, CallOutcome.SPOKE) + goodTalks(window);
    }

    /** How many good talks within a window; one exactly as old as the window is inside. */
    public int goodTalks(Duration window) {
        return newest(window, CallOutcome.GOOD_TALK);
    }

    private int newest(Duration window, CallOutcome outcome) {
        List<PastCall> calls = profile.calls();
        long from = profile.asOf().toEpochMilli() - window.toMillis();
        int found = 0;
        for (int i = calls.size() - 1; i >= 0 && calls.get(i).arrivedAt().toEpochMilli() >= from; i--) {
            found += calls.get(i).outcome() == outcome ? 1 : 0;
        }
        return found;
    }

    /**
     * The agents whose flags stand within a window, of the newest 64 flags; see {@link FlaggedBy}. Flags on calls that are not held against the present one are
     * left out.
     */
    public FlaggedBy flags(Duration window) {
        return FlaggedBy.of(heldFlags(window));
    }

    /** Whether somebody had a good talk under the number in a call that came after the newest flag that {@link #flags} counts. */
    public boolean talkedSinceFlagged(Duration window) {
        List<PastFlag> counted =
                heldFlags(window).stream().filter(FlaggedBy::counts).toList();
        return !counted.isEmpty()
                && profile.calls().stream()
                        .filter(call ->
                                call.arrivedAt().isAfter(counted.getLast().at()))
                        .anyMatch(call -> call.outcome() == CallOutcome.GOOD_TALK && Deeds.vouches(call, present));
    }

    private List<PastFlag> heldFlags(Duration window) {
        List<PastFlag> newest = newestFlags(window);
        return newest.isEmpty()
                ? newest
                : newest.stream()
                        .filter(flag -> Deeds.of(flag, profile.calls(), present))
                        .toList();
    }

    private List<PastFlag> newestFlags(Duration window) {
        List<PastFlag> flags = profile.flags();
        long from = profile.asOf().toEpochMilli() - window.toMillis();
        int oldest = flags.size();
        int bound = Math.max(0, flags.size() - NEWEST_FLAGS);
        while (oldest > bound && flags.get(oldest - 1).at().toEpochMilli() >= from) {
            oldest--;
        }
        return oldest == 0 ? flags : flags.subList(oldest, flags.size());
    }
}
