package dev.quell.calibration;

import java.time.Instant;
import java.util.Arrays;

/** When calls arrived and when their callers were first seen; 16 bytes a call. */
final class Arrivals {

    private long[] at = new long[1024];
    private long[] callerSeen = new long[1024];
    private int size;

    void add(Instant arrived, Instant seen) {
        if (size == at.length) {
            at = Arrays.copyOf(at, 2 * size);
            callerSeen = Arrays.copyOf(callerSeen, 2 * size);
        }
        at[size] = arrived.toEpochMilli();
        callerSeen[size++] = seen.toEpochMilli();
    }

    int count() {
        return size;
    }

    /** How many arrived before a moment. */
    long before(Instant cut) {
        return Arrays.stream(at, 0, size)
                .filter(time -> time < cut.toEpochMilli())
                .count();
    }

    /** How many came from callers who called for the first time at a moment or later. */
    long byNewcomersFrom(Instant cut) {
        return Arrays.stream(callerSeen, 0, size)
                .filter(time -> time >= cut.toEpochMilli())
                .count();
    }
}
