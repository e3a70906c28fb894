package dev.quell.source;

import dev.quell.call.CallerNumber;
import java.util.Optional;

/** Blocks of a hundred numbers that follow each other: E.164 without its last two digits. */
public final class Ranges {
    private static final int DIGITS = 2;
    /** Shorter ones would mean a whole town. */
    private static final int SHORTEST = 8;

    private Ranges() {}

    /** How all numbers of a caller's range begin, {@code +86138001380}; empty for a caller that has none. */
    public static Optional<String> of(CallerNumber caller) {
        return caller instanceof CallerNumber.E164(String number) && number.length() >= SHORTEST + DIGITS
                ? Optional.of(number.substring(0, number.length() - DIGITS))
                : Optional.empty();
    }
}
