package dev.quell.blocklist.bulk;

import java.util.ArrayList;
import java.util.List;

/** One line of CSV as spreadsheets write it (RFC 4180), without line breaks in fields. */
final class CsvLine {

    private final String line;
    private final char separator;
    private int at;

    private CsvLine(String line, char separator) {
        this.line = line;
        this.separator = separator;
    }

    /** The separator that a first line speaks for: semicolon or tab where there is one and no comma before it, or else comma. */
    static char separator(String first) {
        for (int i = 0; i < first.length(); i++) {
            char c = first.charAt(i);
            if (c == ',' || c == ';' || c == '\t') {
                return c;
            }
        }
        return ',';
    }

    /**
     * The fields of a line, without the blanks around them.
     *
     * @throws IllegalArgumentException if a quote is not closed
     */
    static List<String> fields(String line, char separator) {
        CsvLine reading = new CsvLine(line, separator);
        List<String> fields = new ArrayList<>(4);
        do {
            fields.add(reading.field());
        } while (reading.at++ < line.length());
        return fields;
    }

    private String field() {
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        // Spreadsheets are told by ="+86…" that a number is text.
        if (line.startsWith("=\"", at)) {
            at++;
        }
        return at < line.length() && line.charAt(at) == '"' ? quoted() : bare();
    }

    private String bare() {
        int end = line.indexOf(separator, at);
        int from = at;
        at = end < 0 ? line.length() : end;
        return line.substring(from, at).strip();
    }

    private String quoted() {
        StringBuilder text = new StringBuilder();
        for (at++; at < line.length(); at++) {
            if (line.charAt(at) != '"') {
                text.append(line.charAt(at));
            } else if (at + 1 < line.length() && line.charAt(at + 1) == '"') {
                text.append('"');
                at++;
            } else {
                at++;
                rest();
                return text.toString().strip();
            }
        }
        throw new IllegalArgumentException("has a quote that is not closed; a field ends on its own line");
    }

    /** Nothing but blanks may come between a closing quote and the separator. */
    private void rest() {
        if (!bare().isEmpty()) {
            throw new IllegalArgumentException("has text after a closing quote; write a quote within a field twice");
        }
    }
}
