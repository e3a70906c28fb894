package dev.quell.storage.memory.packed;

import org.jspecify.annotations.Nullable;

/**
 * A linked call's name in Asterisk's usual form: a prefix, which is empty unless the server has a system name, the second of its start, a dot, a serial
 * number.
 */
record LinkedId(String prefix, long epoch, long serial) {

    private static final int DIGITS = 18;

    /** Takes a name apart; null if it is not of the form, so that putting it together again would give another. */
    static @Nullable LinkedId of(String name) {
        int dot = name.lastIndexOf('.');
        if (dot < 1) {
            return null;
        }
        int start = dot;
        while (start > 0 && isDigit(name.charAt(start - 1))) {
            start--;
        }
        return canonical(name, start, dot) && canonical(name, dot + 1, name.length())
                ? new LinkedId(
                        name.substring(0, start),
                        Long.parseLong(name, start, dot, 10),
                        Long.parseLong(name, dot + 1, name.length(), 10))
                : null;
    }

    private static boolean canonical(String name, int from, int to) {
        int digits = to - from;
        if (digits < 1 || digits > DIGITS || (digits > 1 && name.charAt(from) == '0')) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (!isDigit(name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    String name() {
        return prefix.isEmpty() ? epoch + "." + serial : prefix + epoch + "." + serial;
    }
}
