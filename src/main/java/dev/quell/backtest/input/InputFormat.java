package dev.quell.backtest.input;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What kind of records a file holds. */
public enum InputFormat {
    /** Asterisk's {@code cdr-csv/Master.csv}. */
    MASTER_CSV,
    /** Asterisk's {@code cdr-custom}, with the site's own columns. */
    CDR_CUSTOM,
    /** Asterisk's {@code cel-custom}, one line an event. */
    CEL,
    /** {@code caller,callee,start,duration,disposition} and more. */
    CALLS,
    /** {@code caller,callee,count}. */
    COUNTS,
    /** {@code caller,label}. */
    LABELS;

    /** The word for it on the command line: {@code master-csv}, {@code cdr-custom}, {@code cel}, {@code calls}, {@code counts}, {@code labels}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether Asterisk writes it, with telephone numbers for callers. */
    boolean ofAsterisk() {
        return this == MASTER_CSV || this == CDR_CUSTOM || this == CEL;
    }

    /** The format that a word names. */
    public static Optional<InputFormat> of(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
