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

    /** How much the flags within a window count: of each agent the one that counts most, all together; of the newest 64. */
    public double flagWeight(Duration window) {
        List<PastFlag> flags = newestFlags(window);
        double weight = 0;
        for (int i = 0; i < flags.size(); i++) {
            weight += isBestOfAgent(i, flags) ? flags.get(i).weight() : 0;
        }
        return weight;
    }

    /** How many agents flagged the caller within a window; of the newest 64 flags. */
    public int flaggingAgents(Duration window) {
        List<PastFlag> flags = newestFlags(window);
        int agents = 0;
        for (int i = 0; i < flags.size(); i++) {
            agents += isBestOfAgent(i, flags) ? 1 : 0;
        }
        return agents;
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

    /** Of two of one agent that count the same it is the newer one. */
    private static boolean isBestOfAgent(int index, List<PastFlag> flags) {
        PastFlag flag = flags.get(index);
        for (int i = 0; i < flags.size(); i++) {
            PastFlag other = flags.get(i);
            boolean better = other.weight() > flag.weight() || (other.weight() == flag.weight() && i > index);
            if (better && other.agent().equals(flag.agent())) {
                return false;
            }
        }
        return true;
    }
}
