package dev.quell.report;

import dev.quell.call.CallOutcome;
import dev.quell.call.WayStep;
import dev.quell.classifier.CallClass;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One line of a report.
 *
 * @param source a caller's key, a range, a trunk, or {@link #TOTAL}
 * @param calls how many calls arrived
 * @param unscreened how many of them passed unscreened
 * @param classes calls by what they were taken for; what is absent is 0, unscreened calls have none
 * @param outcomes calls by what their callers did; what is absent is 0
 * @param treatments how often a call was begun to be challenged, listened to, deterred or refused; what is absent is 0
 * @param blocks entries of the block list made for the source
 * @param flags agents' standing flags
 * @param lines how many different numbers were called, at most {@value #MOST_LINES}
 * @param lineNames some of the numbers called, in the order of their first call, at most {@value #SHOWN_LINES}
 * @param firstSeen when the first call of the period arrived; empty if there was none
 * @param lastSeen when the last call of the period arrived; empty if there was none
 */
public record SourceRow(
        String source,
        long calls,
        long unscreened,
        Map<CallClass, Long> classes,
        Map<CallOutcome, Long> outcomes,
        Map<WayStep, Long> treatments,
        long blocks,
        long flags,
        int lines,
        List<String> lineNames,
        Optional<Instant> firstSeen,
        Optional<Instant> lastSeen) {

    /** The source of the line that counts all. */
    public static final String TOTAL = "total";

    /** How many different lines are told apart. */
    static final int MOST_LINES = 1_000;

    /** How many lines are named. */
    static final int SHOWN_LINES = 5;

    public SourceRow {
        classes = Map.copyOf(classes);
        outcomes = Map.copyOf(outcomes);
        treatments = Map.copyOf(treatments);
        lineNames = List.copyOf(lineNames);
    }

    /** How many incidents there were, by what callers did and agents said and nothing else: silent calls, noise, and flags. */
    public long nuisance() {
        return of(CallOutcome.SILENT) + of(CallOutcome.NOISE) + flags;
    }

    /** How many calls were taken for a class. */
    public long of(CallClass callClass) {
        return classes.getOrDefault(callClass, 0L);
    }

    /** How many calls had an outcome. */
    public long of(CallOutcome outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }

    /** How often a treatment was begun. */
    public long of(WayStep treatment) {
        return treatments.getOrDefault(treatment, 0L);
    }
}
