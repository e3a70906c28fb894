package dev.quell.traffic.number;

import dev.quell.call.CallerNumber;

/** A caller as 64 bits, never 0: the number itself if it is a public one, else a hash. */
public final class CallerKey {

    private static final long NO_PUBLIC_NUMBER = 1L << 62;
    private static final int SHORTEST_WITH_RANGE = 7;
    private static final long RANGE = 100;

    private CallerKey() {}

    /** The key of a caller; all withheld callers have one. */
    public static long of(CallerNumber caller) {
        if (caller instanceof CallerNumber.E164(String number)) {
            long digits = 0;
            for (int i = 1; i < number.length(); i++) {
                digits = digits * 10 + (number.charAt(i) - '0');
            }
            return digits;
        }
        return hash(caller.key()) | NO_PUBLIC_NUMBER;
    }

    /** Whether a key's number stands in a hundred of the numbering plan: public and at least 7 digits. */
    public static boolean hasRange(long key) {
        return key < NO_PUBLIC_NUMBER && key >= Math.powExact(10L, SHORTEST_WITH_RANGE - 1);
    }

    /** The hundred that a number stands in. */
    static long range(long key) {
        return key / RANGE;
    }

    /** Where a number stands in its hundred, 0 to 99. */
    static int place(long key) {
        return (int) (key % RANGE);
    }

    /** Spreads a key's bits. */
    public static long mix(long key) {
        long mixed = (key ^ (key >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }

    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash & (NO_PUBLIC_NUMBER - 1);
    }
}
