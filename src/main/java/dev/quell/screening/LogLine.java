package dev.quell.screening;

import java.util.regex.Pattern;

/** A log line of a word and {@code key=value} fields. */
final class LogLine {

    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9_.:;/@+*-]");

    private final StringBuilder line;

    LogLine(String word) {
        this.line = new StringBuilder(word);
    }

    /** A field whose value is of a closed alphabet: a number, an enum, a text of Quell's own. */
    LogLine field(String key, Object value) {
        line.append(' ').append(key).append('=').append(value);
        return this;
    }

    /** A field whose value comes from outside; each character that could break a field or the line becomes {@code ?}, an empty value {@code -}. */
    LogLine foreign(String key, String value) {
        return field(key, value.isEmpty() ? "-" : UNSAFE.matcher(value).replaceAll("?"));
    }

    @Override
    public String toString() {
        return line.toString();
    }
}
