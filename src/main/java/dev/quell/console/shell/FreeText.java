package dev.quell.console.shell;

import dev.quell.call.Printable;
import java.util.Optional;

/** Free text of people in a form. */
public final class FreeText {
    private FreeText() {}

    /** The text without blanks around it; empty if there is none, more than {@code most} characters, or one that does not show. */
    public static Optional<String> read(String text, int most) {
        String stripped = text.strip();
        boolean fits = !stripped.isEmpty() && stripped.codePointCount(0, stripped.length()) <= most;
        return fits && Printable.of(stripped, most).equals(stripped) ? Optional.of(stripped) : Optional.empty();
    }
}
