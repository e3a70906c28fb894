package dev.quell.call.presented;

/** Filters for text that a caller chose. */
final class ForeignText {

    private ForeignText() {}

    /** The text without control, format (bidi), private and broken characters, blanks made one space, at most so many characters. */
    static String printable(String raw, int longest) {
        if (raw.isEmpty()) {
            return raw;
        }
        StringBuilder kept = new StringBuilder(Math.min(raw.length(), longest));
        for (int i = 0; i < raw.length(); ) {
            int c = raw.codePointAt(i);
            i += Character.charCount(c);
            int wanted = Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c;
            boolean doubled = wanted == ' ' && (kept.isEmpty() || kept.charAt(kept.length() - 1) == ' ');
            if (!isPrintable(wanted) || doubled) {
                continue;
            }
            if (kept.length() + Character.charCount(wanted) > longest) {
                break;
            }
            kept.appendCodePoint(wanted);
        }
        return kept.toString().strip();
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> c != 0xfffd;
        };
    }

    /** Only {@code [A-Za-z0-9 ._/()+:-]} of the text, at most so many characters. */
    static String plain(String raw, int longest) {
        int end = 0;
        while (end < raw.length() && end < longest && isPlain(raw.charAt(end))) {
            end++;
        }
        return end == raw.length() ? raw : filtered(raw, longest);
    }

    private static String filtered(String raw, int longest) {
        StringBuilder kept = new StringBuilder(Math.min(raw.length(), longest));
        for (int i = 0; i < raw.length() && kept.length() < longest; i++) {
            if (isPlain(raw.charAt(i))) {
                kept.append(raw.charAt(i));
            }
        }
        return kept.toString();
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || " ._/()+:-".indexOf(c) >= 0;
    }
}
