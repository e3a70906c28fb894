package dev.quell.console.shell;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The colours of the pages. */
public enum Theme {
    /** As the reader's system has them. */
    AUTO,
    LIGHT,
    DARK;

    /** The value of {@code theme} in an address, a cookie and a page. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The colours that a word names; empty for any other text. */
    static Optional<Theme> named(@Nullable String word) {
        return Arrays.stream(values())
                .filter(theme -> theme.word().equals(word))
                .findFirst();
    }
}
