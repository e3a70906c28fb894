package dev.quell.asterisk.protocol;

import java.util.Locale;

/** Text of a stranger's making, made fit for a log line: printable ASCII between quotes, cut after 64 characters. */
public final class Escaped {

    private static final int LONGEST = 64;

    private Escaped() {}

    /** The text in double quotes; everything but printable ASCII as a Java escape, quotes and backslashes with a backslash. */
    public static String text(String raw) {
        StringBuilder out = new StringBuilder(raw.length() + 2).append('"');
        int end = Math.min(raw.length(), LONGEST);
        for (int i = 0; i < end; i++) {
            append(out, raw.charAt(i));
        }
        return out.append(raw.length() > LONGEST ? "...\"" : "\"").toString();
    }

    private static void append(StringBuilder out, char c) {
        if (c == '"' || c == '\\') {
            out.append('\\').append(c);
        } else if (c >= ' ' && c <= '~') {
            out.append(c);
        } else {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
        }
    }
}
