package dev.quell.screening.book;

import dev.quell.call.Words;

/** A log line of a word and {@code key=value} fields. */
final class LogLine {

    private final StringBuilder line;

    LogLine(String word) {
        this.line = new StringBuilder(word);
    }

    /** A field whose value is of a closed alphabet: a number, an enum, a text of Quell's own. */
    LogLine field(String key, Object value) {
        line.append(' ').append(key).append('=').append(value);
        return this;
    }

    /** A field whose value comes from outside, as {@link Words#foreign} makes it. */
    LogLine foreign(String key, String value) {
        return field(key, Words.foreign(value));
    }

    @Override
    public String toString() {
        return line.toString();
    }
}
