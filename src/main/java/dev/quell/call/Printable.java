package dev.quell.call;

/** Text of a caller's making, made fit for a terminal, a log or a page of text: one line, no control characters, no change of direction. */
public final class Printable {

    private Printable() {}

    /** The text with every control, format, line-breaking, private and unpaired character replaced by {@code ?}, cut to a number of characters. */
    public static String of(String text, int most) {
        StringBuilder clean = new StringBuilder(Math.min(text.length(), most));
        text.codePoints().limit(most).forEach(c -> clean.appendCodePoint(safe(c) ? c : '?'));
        return clean.toString();
    }

    private static boolean safe(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
