package dev.quell.traffic.number;

import java.util.Arrays;

/** The last {@value #KEPT} times that something lasted. Times are epoch milliseconds. */
public final class Spells {

    private static final int KEPT = 16;
    private static final long LASTING = Long.MAX_VALUE;

    private final long[] from = new long[KEPT];
    private final long[] until = new long[KEPT];
    private int newest;

    /** None yet. */
    public Spells() {
        Arrays.fill(until, Long.MIN_VALUE);
    }

    /** Whether one lasts. */
    public boolean lasting() {
        return until[newest] == LASTING;
    }

    /** When the newest began. */
    public long begun() {
        return from[newest];
    }

    /** One begins; the oldest is forgotten. */
    public void begin(long moment) {
        newest = (newest + 1) % KEPT;
        from[newest] = moment;
        until[newest] = LASTING;
    }

    /** The one that lasts is over. */
    public void end(long moment) {
        until[newest] = moment;
    }

    /** Whether one lasted at a moment. */
    public boolean at(long moment) {
        for (int i = 0; i < KEPT; i++) {
            if (moment >= from[i] && moment <= until[i]) {
                return true;
            }
        }
        return false;
    }
}
