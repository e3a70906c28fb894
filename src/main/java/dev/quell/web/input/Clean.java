package dev.quell.web.input;

/** Free text of people, and what of a stranger's text may be shown to him again. */
public final class Clean {
    private static final int SHOWN = 40;

    private Clean() {}

    /** A reader of free text of at most {@code max} characters; blanks around it are dropped. */
    public static String text(String text, int max) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            throw new IllegalArgumentException("is empty; it takes 1 to " + max + " characters");
        }
        if (stripped.codePointCount(0, stripped.length()) > max) {
            throw new IllegalArgumentException("is longer than " + max + " characters");
        }
        if (stripped.codePoints().anyMatch(Clean::hidden)) {
            throw new IllegalArgumentException(
                    "has characters that do not show (control, direction or unpaired ones); leave them out");
        }
        return stripped;
    }

    /** A stranger's text in quotes, short, with a dot for all that does not show. */
    public static String shown(String text) {
        String clean = text.codePoints()
                .limit(SHOWN)
                .map(c -> hidden(c) ? '.' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return "'" + clean + (text.codePointCount(0, text.length()) > SHOWN ? "…" : "") + "'";
    }

    private static boolean hidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
