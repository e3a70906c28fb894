package dev.quell.replay;

import dev.quell.call.CallOutcome;
import dev.quell.call.Conduct;
import dev.quell.call.HangupSide;
import java.time.Duration;
import java.util.Set;

/**
 * How a call ended according to a record: what it was is known already and is not judged again.
 *
 * @param lasted from arrival to end, not negative
 * @param answered from answer to end, zero if never answered
 * @param conduct what else the caller did
 */
public record RecordedEnding(
        CallOutcome outcome, Duration lasted, Duration answered, HangupSide side, Set<Conduct> conduct) {

    public RecordedEnding {
        if (lasted.isNegative() || answered.isNegative()) {
            throw new IllegalArgumentException("a call lasts 0 or longer");
        }
        conduct = Set.copyOf(conduct);
    }
}
