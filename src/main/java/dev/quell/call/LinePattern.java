package dev.quell.call;

import java.util.regex.Pattern;

/**
 * A number as a line's settings name it.
 *
 * @param start the number, or what it begins with
 * @param prefix whether all numbers that begin so are meant
 */
record LinePattern(String start, boolean prefix) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9+_.-]{0,64}\\*?");

    /**
     * Reads {@code 12355} or {@code +86755*}.
     *
     * @throws IllegalArgumentException if the text is neither
     */
    static LinePattern parse(String text) {
        if (text.isEmpty() || text.equals("*") || !FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "quell.call.lines has the number '" + text
                            + "'; it must be a number as the dialplan names it, or its beginning and *, for example \"12355\" or \"+86755*\"");
        }
        boolean prefix = text.endsWith("*");
        return new LinePattern(prefix ? text.substring(0, text.length() - 1) : text, prefix);
    }

    boolean matches(String number) {
        return prefix ? number.startsWith(start) : number.equals(start);
    }

    /** Whether some number matches both. */
    boolean overlaps(LinePattern other) {
        return matches(other.start)
                || other.matches(start)
                || (prefix && other.prefix && (start.startsWith(other.start) || other.start.startsWith(start)));
    }

    @Override
    public String toString() {
        return prefix ? start + "*" : start;
    }
}
