package dev.quell.traffic;

import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.call.HangupSide;
import java.time.Duration;
import java.time.Instant;

/**
 * A call that has ended, by what its caller did.
 *
 * @param line the number called
 * @param answered from answer to end, zero if never answered
 * @param side who ended it
 * @param at when it ended
 */
public record ConcludedCall(
        CallerNumber caller,
        String trunk,
        String line,
        Instant arrivedAt,
        CallOutcome outcome,
        Duration answered,
        HangupSide side,
        Instant at) {}
