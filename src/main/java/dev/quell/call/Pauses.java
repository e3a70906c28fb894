package dev.quell.call;

import java.time.Duration;

/**
 * How long work that can wait rests after a batch: the taking-in of the journal, the log lines of calls. While verdicts press and there is room for what
 * waits, it leaves them the processor and the disk; the fuller that room is, the less it rests, down to not at all.
 */
public final class Pauses {

    /** From so many records a second on verdicts press: more than an instance must keep up with for good. */
    public static final double PRESSING = 4_000;

    /** The share of its time in which it works while there is plenty of room. */
    static final double LEAST_WORK = 0.05;

    /** Up to which part of the room that holds, and from which on it does not rest any more. */
    static final double PLENTY = 0.5;

    static final double SCARCE = 0.9;

    /** A small part of the time for which a dialplan waits. */
    static final Duration LONGEST = Duration.ofMillis(100);

    private Pauses() {}

    /**
     * The rest after a batch.
     *
     * @param worked how long the batch took
     * @param arriving how many more a second came meanwhile
     * @param full how much of the room is taken, from 0
     */
    public static Duration after(Duration worked, double arriving, double full) {
        if (arriving < PRESSING || full >= SCARCE) {
            return Duration.ZERO;
        }
        double scarcity = Math.clamp((full - PLENTY) / (SCARCE - PLENTY), 0.0, 1.0);
        double work = LEAST_WORK + scarcity * (1 - LEAST_WORK);
        return Duration.ofNanos(Math.round(worked.toNanos() * (1 / work - 1)));
    }

    /**
     * How long whoever brings more waits first: not at all while there is room, then the longer the more there is beyond it, at most {@link #LONGEST}.
     *
     * @param waiting how much waits
     * @param room for how much there is room, above 0
     */
    public static Duration before(long waiting, long room) {
        if (waiting <= room) {
            return Duration.ZERO;
        }
        double beyond = (double) (waiting - room) / room;
        return beyond >= 1 ? LONGEST : Duration.ofNanos(Math.round(beyond * LONGEST.toNanos()));
    }
}
