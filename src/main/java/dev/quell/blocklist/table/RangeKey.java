package dev.quell.blocklist.table;

/** Numbers of ranges as 64 bits: of numbers of one length the greater one has the greater key, and no two lengths share keys. */
public final class RangeKey {

    /** The key of what is no number. */
    public static final long NONE = 0;

    /** A range has no more numbers than this. */
    public static final long MOST = 1_000_000;

    private static final int LEAST_DIGITS = 4;
    private static final int MOST_DIGITS = 15;
    private static final long LENGTH = 10_000_000_000_000_000L;

    private RangeKey() {}

    /** The key of an E.164 number, {@code +} and 4 to 15 digits; {@link #NONE} if it is none. */
    public static long of(String number) {
        int digits = number.length() - 1;
        if (digits < LEAST_DIGITS || digits > MOST_DIGITS || number.charAt(0) != '+' || number.charAt(1) == '0') {
            return NONE;
        }
        long key = 0;
        for (int i = 1; i <= digits; i++) {
            int digit = number.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return NONE;
            }
            key = key * 10 + digit;
        }
        return digits * LENGTH + key;
    }

    /** The number of a key. */
    public static String number(long key) {
        return "+" + key % LENGTH;
    }

    /** Whether a table takes a range of these two keys: of one length, in order, at most {@link #MOST} numbers. */
    static boolean isRange(long from, long to) {
        return from != NONE && to != NONE && from <= to && to - from < MOST;
    }
}
