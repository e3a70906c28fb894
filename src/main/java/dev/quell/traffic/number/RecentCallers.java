package dev.quell.traffic.number;

import java.util.Arrays;

/** When the last callers called first and last, and over which trunk; {@value #CALLERS} at most, about 3 MB. Times are epoch milliseconds. */
public final class RecentCallers {

    private static final int CALLERS = 1 << 16;
    private static final long NEVER = Long.MIN_VALUE;

    private final Slots slots = new Slots(CALLERS);
    private final long[] firstAt = new long[CALLERS];
    private final long[] lastAt = new long[CALLERS];
    private final String[] lastTrunk = new String[CALLERS];
    private final int[] returnedOn = new int[CALLERS];

    /** Nobody yet. */
    public RecentCallers() {
        Arrays.fill(firstAt, NEVER);
        Arrays.fill(lastTrunk, "");
    }

    /** A caller's place, made if there is none. */
    public int place(long key, long now) {
        int slot = slots.take(key, now);
        if (slot < 0) {
            slot = ~slot;
            firstAt[slot] = NEVER;
            lastAt[slot] = NEVER;
            lastTrunk[slot] = "";
            returnedOn[slot] = 0;
        }
        return slot;
    }

    /** A caller's place, -1 if there is none. */
    public int find(long key) {
        return slots.find(key);
    }

    /** Notes a call. */
    public void called(int place, String trunk, boolean stranger, long now) {
        if (stranger) {
            firstAt[place] = now;
        }
        lastAt[place] = now;
        lastTrunk[place] = trunk;
    }

    /** Whether a caller called for the first time at or after a moment. */
    public boolean newSince(int place, long from) {
        return firstAt[place] >= from;
    }

    /** Whether a caller called at or after a moment. */
    public boolean calledSince(int place, long from) {
        return lastAt[place] >= from;
    }

    /** When a caller called last. */
    public long lastAt(int place) {
        return lastAt[place];
    }

    /** The name of the trunk of a caller's last call, empty if there is none. */
    public String lastTrunk(int place) {
        return lastTrunk[place];
    }

    /** Whether this is a caller's first return on a day; it is none the next time. */
    public boolean firstReturnOn(int place, int day) {
        boolean first = returnedOn[place] != day;
        returnedOn[place] = day;
        return first;
    }
}
