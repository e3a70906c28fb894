package dev.quell.history;

import java.time.Duration;

/** Lets through one incident per 10 minutes and three in any 24 hours, oldest first: a burst that somebody else may have made counts little. */
final class Spacing {

    private static final long APART = Duration.ofMinutes(10).toMillis();
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long NEVER = Long.MIN_VALUE / 2;

    private long last = NEVER;
    private long secondLast = NEVER;
    private long thirdLast = NEVER;

    /** Whether an incident at that time, in milliseconds, counts; if so it is taken note of. */
    boolean admits(long at) {
        if (at - last < APART || at - thirdLast < DAY) {
            return false;
        }
        thirdLast = secondLast;
        secondLast = last;
        last = at;
        return true;
    }
}
