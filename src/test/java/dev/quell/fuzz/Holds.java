package dev.quell.fuzz;

import java.util.Arrays;

/** What must hold of texts that leave a reader. */
public final class Holds {

    private Holds() {}

    /** Fails unless something is true; {@code what} says what should have been. */
    public static void that(boolean holds, String what, Object... details) {
        if (!holds) {
            throw new AssertionError(what + " " + Arrays.toString(details));
        }
    }

    /** Fails if a text could break out of its line, or turn the reading direction, or is longer than it may be. */
    public static void oneLine(String text, int longest) {
        that(text.codePoints().noneMatch(Holds::breaksALine), "a text of one line", text);
        that(text.length() <= longest, "a text of at most " + longest + " characters", text.length());
    }

    /** Whether a character is a control, a line's end or a change of direction. */
    static boolean breaksALine(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
