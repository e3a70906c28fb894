package dev.quell.storage.evidence;

import dev.quell.blocklist.ListPattern;
import java.util.Map;

/** A source as a range of callers' keys. */
final class Meaning {

    /** A condition on the column {@code caller}. */
    static final String CALLER = "caller >= :low and caller < :high";

    private Meaning() {}

    /** Keys are digits behind a sign, so that the character after the last digit ends a prefix's range, and a zero byte's successor that of a number. */
    static Map<String, String> of(ListPattern source) {
        return switch (source) {
            case ListPattern.Exact(var caller) -> Map.of("low", caller.key(), "high", caller.key() + "\u0001");
            case ListPattern.Prefix(String start) -> Map.of("low", start, "high", start + ":");
            case ListPattern.Range range ->
                throw new IllegalArgumentException("evidence is of one number or of a prefix, not of " + range.text());
        };
    }
}
