package dev.quell.reporting;

import dev.quell.call.CallOutcome;
import dev.quell.classifier.Action;
import java.time.Duration;

/**
 * Calls with which the same was done and that came to the same.
 *
 * @param applied what Asterisk was told; PASS for unscreened calls
 * @param calls how many
 * @param reached how many of them an agent had
 * @param withAgent how long agents had these in all
 * @param asked of how many of them it is known whether their callers called again: of E.164 numbers, with the next 24 hours over
 * @param soon after how many of these the caller called again within an hour
 * @param later the same within 24 hours
 */
public record TreatedCount(
        Action applied,
        CallOutcome outcome,
        long calls,
        long reached,
        Duration withAgent,
        long asked,
        long soon,
        long later) {

    public TreatedCount {
        if (reached < 0 || calls < reached) {
            throw new IllegalArgumentException("calls that agents had are calls");
        }
        if (soon < 0 || later < soon || asked < later || calls < asked) {
            throw new IllegalArgumentException("who calls again within an hour does within a day, and was asked about");
        }
    }

    /** Whether the caller was silent, or noise. */
    public boolean nuisance() {
        return outcome == CallOutcome.SILENT || outcome == CallOutcome.NOISE;
    }
}
