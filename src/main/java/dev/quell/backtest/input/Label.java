package dev.quell.backtest.input;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What somebody who knows says about a caller or a call. */
public enum Label {
    GOOD,
    NUISANCE;

    private static final Set<String> NUISANCE_WORDS = Set.of("1", "nuisance", "spam", "yes", "true", "bad", "y", "t");
    private static final Set<String> GOOD_WORDS = Set.of("0", "good", "ham", "no", "false", "n", "f", "legitimate");

    /** What can be written for a label, for help and faults. */
    public static final String FORMS = "1 or 0, nuisance or good, spam or ham, yes or no, true or false";

    /** The label that a word means, in any case; empty if it means none. */
    public static Optional<Label> of(String word) {
        String plain = word.strip().toLowerCase(Locale.ROOT);
        if (NUISANCE_WORDS.contains(plain)) {
            return Optional.of(NUISANCE);
        }
        return GOOD_WORDS.contains(plain) ? Optional.of(GOOD) : Optional.empty();
    }
}
