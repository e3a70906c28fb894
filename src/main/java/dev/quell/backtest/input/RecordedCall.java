package dev.quell.backtest.input;

import dev.quell.call.HangupSide;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One inbound call of the past, as another system recorded it; all legs of it together.
 *
 * @param callee the line called, as written
 * @param lasted from arrival to end, never negative
 * @param answered from answer to end, zero if never answered, at most {@code lasted}
 * @param trunk the trunk or endpoint that it came by; empty if the record does not tell
 * @param side who hung up; {@link HangupSide#UNKNOWN} if the record does not tell
 * @param label what is known of it; a label of the caller stands here too
 * @param lineNumber the line of the file, from 1, on which its first leg begins
 */
public record RecordedCall(
        RecordedCaller caller,
        String callee,
        Instant start,
        Duration lasted,
        Duration answered,
        RecordedDisposition disposition,
        String trunk,
        HangupSide side,
        Optional<Label> label,
        long lineNumber) {

    public RecordedCall {
        if (lasted.isNegative() || answered.isNegative() || answered.compareTo(lasted) > 0) {
            throw new IllegalArgumentException(
                    "a call lasts at least as long as it was answered, and neither is negative");
        }
    }

    /** When it ended. */
    public Instant end() {
        return start.plus(lasted);
    }
}
