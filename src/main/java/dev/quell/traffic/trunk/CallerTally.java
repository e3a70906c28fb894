package dev.quell.traffic.trunk;

import dev.quell.traffic.number.CallerKey;

/**
 * Callers with how often each was heard, silent and without packets. Counts callers, not calls: one who was heard once is not silent. Open addressing;
 * holds at most half as many callers as it has places.
 */
final class CallerTally {

    private static final int KINDS = 3;

    private final long[] keys;
    private final short[] counts;
    private final int mask;
    private int callers;
    private int silent;
    private int without;

    /** @param places a power of two */
    CallerTally(int places) {
        keys = new long[places];
        counts = new short[places * KINDS];
        mask = places - 1;
    }

    int callers() {
        return callers;
    }

    /** How many were silent or without packets and never heard. */
    int silent() {
        return silent;
    }

    /** How many were without packets and never heard. */
    int without() {
        return without;
    }

    /** Counts a call, or with -1 takes it out again. */
    void add(long key, Heard heard, int one) {
        int place = place(key);
        contribute(place, -1);
        keys[place] = key;
        counts[place * KINDS + heard.code()] += (short) one;
        contribute(place, 1);
        if (total(place) == 0) {
            keys[place] = 0;
            closeGap(place);
        }
    }

    private void contribute(int place, int one) {
        int first = place * KINDS;
        if (total(place) > 0) {
            callers += one;
            if (counts[first] == 0) {
                silent += one;
                without += counts[first + Heard.NOTHING.code()] > 0 ? one : 0;
            }
        }
    }

    private int total(int place) {
        int first = place * KINDS;
        return counts[first] + counts[first + 1] + counts[first + 2];
    }

    private int place(long key) {
        int place = home(key);
        while (keys[place] != 0 && keys[place] != key) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private int home(long key) {
        return (int) CallerKey.mix(key) & mask;
    }

    /** Moves back those that stand behind a gap because the gap's place was taken. */
    private void closeGap(int gap) {
        int hole = gap;
        for (int place = (hole + 1) & mask; keys[place] != 0; place = (place + 1) & mask) {
            int distance = (place - home(keys[place])) & mask;
            if (distance >= ((place - hole) & mask)) {
                keys[hole] = keys[place];
                System.arraycopy(counts, place * KINDS, counts, hole * KINDS, KINDS);
                keys[place] = 0;
                counts[place * KINDS] = 0;
                counts[place * KINDS + 1] = 0;
                counts[place * KINDS + 2] = 0;
                hole = place;
            }
        }
    }
}
