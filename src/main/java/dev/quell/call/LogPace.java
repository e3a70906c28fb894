package dev.quell.call;

import java.time.Clock;
import java.time.Instant;

/** Keeps a flood out of the log: so many lines a second, and the next line tells how many were left out. */
public final class LogPace {

    /** What {@link #next} answers for a line that is to be left out. */
    public static final int LEFT_OUT = -1;

    private final int linesPerSecond;
    private final Clock clock;
    private Instant second = Instant.EPOCH;
    private int lines;
    private int leftOut;

    /** @param linesPerSecond at least 1 */
    public LogPace(int linesPerSecond, Clock clock) {
        this.linesPerSecond = linesPerSecond;
        this.clock = clock;
    }

    /** How many lines were left out before this one, or {@link #LEFT_OUT}. */
    public synchronized int next() {
        Instant now = clock.instant();
        if (now.isAfter(second.plusSeconds(1)) || now.isBefore(second)) {
            second = now;
            lines = 0;
        }
        if (++lines > linesPerSecond) {
            leftOut++;
            return LEFT_OUT;
        }
        int before = leftOut;
        leftOut = 0;
        return before;
    }
}
