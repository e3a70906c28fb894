package dev.quell.backtest.page;

import java.util.ArrayList;
import java.util.List;

/** Text in columns of equal width; a character of Chinese writing is two wide. */
final class Columns {

    private static final String INDENT = "  ";
    private static final String GAP = "  ";

    private Columns() {}

    /** A table, words to the left and figures to the right, its caption above it. */
    static String aligned(Table table) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(table.head());
        rows.addAll(table.rows());
        int[] widths = new int[table.head().size()];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        });
        StringBuilder text = new StringBuilder();
        if (!table.caption().isEmpty()) {
            text.append(INDENT).append(table.caption()).append('\n');
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(INDENT);
            for (int i = 0; i < widths.length; i++) {
                String blank = " ".repeat(widths[i] - width(row.get(i)));
                line.append(i == 0 ? "" : GAP).append(i < table.left() ? row.get(i) + blank : blank + row.get(i));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    /** A sentence in lines of at most a width, each indented. */
    static String wrapped(String sentence, int width, String indent) {
        StringBuilder text = new StringBuilder();
        StringBuilder line = new StringBuilder();
        int used = 0;
        for (String word : words(sentence)) {
            int wide = width(word);
            if (used > 0 && used + width(word.stripTrailing()) > width) {
                text.append(indent).append(line.toString().stripTrailing()).append('\n');
                line.setLength(0);
                used = 0;
            }
            line.append(word);
            used += wide;
        }
        return text.append(indent)
                .append(line.toString().stripTrailing())
                .append('\n')
                .toString();
    }

    /** Words with the blank behind them; wide characters may part anywhere. */
    private static List<String> words(String sentence) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        sentence.codePoints().forEach(c -> {
            word.appendCodePoint(c);
            if (c == ' ' || wide(c)) {
                words.add(word.toString());
                word.setLength(0);
            }
        });
        words.add(word.toString());
        return words;
    }

    static int width(String text) {
        return text.codePoints().map(c -> wide(c) ? 2 : 1).sum();
    }

    private static boolean wide(int c) {
        return c >= 0x1100
                && (c <= 0x115F
                        || (c >= 0x2E80 && c <= 0xA4CF)
                        || (c >= 0xAC00 && c <= 0xD7A3)
                        || (c >= 0xF900 && c <= 0xFAFF)
                        || (c >= 0xFE30 && c <= 0xFE6F)
                        || (c >= 0xFF00 && c <= 0xFF60)
                        || (c >= 0xFFE0 && c <= 0xFFE6)
                        || (c >= 0x1F300 && c <= 0x1FAFF)
                        || (c >= 0x20000 && c <= 0x3FFFD));
    }
}
