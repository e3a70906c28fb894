package dev.quell.cli;

import java.util.Objects;

/** Failures as sentences for a terminal. */
final class Faults {

    private Faults() {}

    /** What the innermost cause with words says, or the failure's kind. */
    static String sentence(Throwable failure) {
        String words = failure.getMessage();
        if (words != null && !words.isBlank()) {
            return words;
        }
        Throwable cause = failure.getCause();
        return cause == null ? failure.getClass().getSimpleName() : sentence(Objects.requireNonNull(cause));
    }

    /** What the innermost cause says: of settings, the rule that was broken. */
    static String innermost(Throwable failure) {
        Throwable last = failure;
        while (last.getCause() != null && last.getCause().getMessage() != null) {
            last = last.getCause();
        }
        return sentence(last);
    }
}
