package dev.quell.backtest.input;

import java.time.Duration;
import java.time.Instant;

/**
 * One call detail record: a part of a call.
 *
 * @param call what all legs of the call share
 * @param sure whether {@code call} belongs to this call alone; a channel's name comes again when Asterisk was started again
 * @param first whether it is the leg that the call came in by
 * @param answered from answer to end; zero unless the disposition is ANSWERED, for a queue's music answers nobody
 */
record Leg(
        String call,
        boolean sure,
        boolean first,
        RecordedCaller caller,
        String callee,
        String context,
        String channel,
        Instant start,
        Duration lasted,
        Duration answered,
        RecordedDisposition disposition,
        long line) {

    Instant end() {
        return start.plus(lasted);
    }
}
