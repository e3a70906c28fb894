package dev.quell.traffic.number;

/**
 * Places for keys, as many as there are: in each set of eight the key longest unused gives way to a new one. What is known of a key lies in arrays
 * beside it, at its place.
 */
public final class Slots {

    private static final int WAYS = 8;

    private final long[] keys;
    private final long[] used;
    private final int mask;

    /** @param size a power of two, at least 8 */
    public Slots(int size) {
        if (size < WAYS || Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException("a table's size is a power of two from 8, not " + size);
        }
        keys = new long[size];
        used = new long[size];
        mask = size / WAYS - 1;
    }

    /** How many places there are. */
    public int size() {
        return keys.length;
    }

    /** A key's place, -1 if it has none. */
    public int find(long key) {
        int first = first(key);
        for (int i = first; i < first + WAYS; i++) {
            if (keys[i] == key) {
                return i;
            }
        }
        return -1;
    }

    /**
     * A key's place, used now. If it had none, one is taken and {@code ~place}, a negative number, is returned: what lies there is another key's.
     *
     * @param key not 0
     * @param now never smaller than before
     */
    public int take(long key, long now) {
        int first = first(key);
        int oldest = first;
        for (int i = first; i < first + WAYS; i++) {
            if (keys[i] == key) {
                used[i] = now;
                return i;
            }
            if (used[i] < used[oldest]) {
                oldest = i;
            }
        }
        keys[oldest] = key;
        used[oldest] = now;
        return ~oldest;
    }

    private int first(long key) {
        return ((int) CallerKey.mix(key) & mask) * WAYS;
    }
}
