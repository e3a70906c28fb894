package dev.quell.reporting;

import java.time.Instant;

/**
 * The port to what was done with calls and whether their callers called again, counted beforehand by hours of UTC: an answer costs what its hours cost,
 * however many calls they had.
 */
public interface TreatedCalls {

    /**
     * The hours that begin in a period. Of an hour and treatment at most {@value #MOST_ASKED} calls are followed.
     *
     * @param from inclusive
     * @param to exclusive
     */
    Treated of(Instant from, Instant to);

    /** Counts the next hour that is over: when it ends, a day later once more with who called again, and then those before; whether there are more. */
    boolean step(Instant now);

    /** Calls of an hour and treatment that are followed, at most. */
    int MOST_ASKED = 500;
}
