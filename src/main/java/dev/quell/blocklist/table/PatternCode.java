package dev.quell.blocklist.table;

import dev.quell.call.CallerNumber;

/**
 * Patterns as 64 bits, evenly spread: the digits and the kind of pattern, mixed so that no two patterns share a code. A code says whether two patterns are
 * the same, and nothing else.
 */
public final class PatternCode {

    /** The code of what is no pattern. */
    public static final long NONE = 0;

    private static final int MOST_DIGITS = 15;
    private static final int LEAST_DIGITS = 4;
    private static final long NUMBER = 1;
    private static final long SHORT_NUMBER = 2;
    private static final long PREFIX = 3;
    private static final long[] POWERS = powers();

    private PatternCode() {}

    private static long[] powers() {
        long[] powers = new long[MOST_DIGITS + 1];
        powers[0] = 1;
        for (int i = 1; i <= MOST_DIGITS; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }

    /** The code of the pattern that means this caller alone; {@link #NONE} for one who shows no number. */
    public static long of(CallerNumber caller) {
        return switch (caller) {
            case CallerNumber.E164(String number) -> coded(digits(number, 1, number.length()), NUMBER);
            case CallerNumber.Internal(String digits) -> shortNumber(digits, 0);
            case CallerNumber.Invalid invalid -> NONE;
            case CallerNumber.Withheld withheld -> NONE;
        };
    }

    /** The code of a pattern's stored text, such as {@code +8613800138000}, {@code +86138*} or {@code i:8001}; {@link #NONE} if it is none. */
    public static long of(String text) {
        if (text.startsWith("i:")) {
            int digits = text.length() - 2;
            return digits >= 2 && digits <= 6 ? shortNumber(text, 2) : NONE;
        }
        boolean prefix = text.endsWith("*");
        int digits = text.length() - (prefix ? 2 : 1);
        if (!text.startsWith("+")
                || digits < LEAST_DIGITS
                || digits > MOST_DIGITS - (prefix ? 1 : 0)
                || text.charAt(1) == '0') {
            return NONE;
        }
        return coded(digits(text, 1, 1 + digits), prefix ? PREFIX : NUMBER);
    }

    /**
     * The code of a number's prefix.
     *
     * @param number a number's digits, as {@link #digits(String)} gives them
     * @param cut how many digits at its end are left out, 0 to 11
     */
    public static long prefix(long number, int cut) {
        return coded(number / POWERS[cut], PREFIX);
    }

    /** The digits of an E.164 number as one number. */
    public static long digits(String number) {
        return digits(number, 1, number.length());
    }

    private static long shortNumber(String text, int from) {
        long digits = digits(text, from, text.length());
        return digits < 0 ? NONE : coded(digits + POWERS[text.length() - from], SHORT_NUMBER);
    }

    /** -1 if something else is among them. */
    private static long digits(String text, int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** Mixed by Stafford's 13th variant of MurmurHash3's finaliser, which maps no two values to one and 0 to 0. */
    private static long coded(long digits, long kind) {
        if (digits < 0) {
            return NONE;
        }
        long code = (digits << 2) | kind;
        code = (code ^ (code >>> 30)) * 0xbf58476d1ce4e5b9L;
        code = (code ^ (code >>> 27)) * 0x94d049bb133111ebL;
        return code ^ (code >>> 31);
    }
}
