package dev.quell.backtest.input.line;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The fields of one record, split at a separator (RFC 4180). A field in quotation marks may hold separators and line breaks; a quotation mark within it
 * is doubled. Strict: anything after a closing mark, and a mark inside a field that does not begin with one, is a fault. One object serves all records.
 */
public final class Fields {

    /** How splitting a text ended. */
    enum Split {
        WHOLE,
        /** The text ends within quotation marks; the record may go on in the next line. */
        OPEN,
        BROKEN
    }

    private static final int MOST = 256;

    private final char separator;
    private int[] begins = new int[32];
    private int[] ends = new int[32];
    private boolean[] doubled = new boolean[32];
    private String text = "";
    private int size;
    private long line;

    Fields(char separator) {
        this.separator = separator;
    }

    /** How many fields the record has. */
    public int size() {
        return size;
    }

    /** The line of the file, from 1, on which the record begins. */
    public long line() {
        return line;
    }

    /** A field without its quotation marks; empty if the record has no such field. */
    public String get(int index) {
        if (index < 0 || index >= size) {
            return "";
        }
        String field = text.substring(begins[index], ends[index]);
        return doubled[index] ? field.replace("\"\"", "\"") : field;
    }

    /** All fields. */
    public List<String> all() {
        List<String> all = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            all.add(get(i));
        }
        return all;
    }

    /** Splits a record that begins on a line; after anything but {@link Split#WHOLE} the fields are not to be used, only {@link #size()}. */
    Split split(String record, long lineNumber) {
        text = record;
        line = lineNumber;
        size = 0;
        int at = 0;
        while (at <= record.length()) {
            if (size == MOST) {
                return Split.BROKEN;
            }
            int end = at < record.length() && record.charAt(at) == '"' ? quoted(at) : plain(at);
            if (end < 0) {
                return end == -1 ? Split.OPEN : Split.BROKEN;
            }
            at = end + 1;
        }
        return Split.WHOLE;
    }

    /** Takes the field that begins with a mark; the place of the separator behind it, -1 if it does not close, -2 if it closes too early. */
    private int quoted(int begin) {
        boolean escapes = false;
        int close = text.indexOf('"', begin + 1);
        while (close >= 0 && close + 1 < text.length() && text.charAt(close + 1) == '"') {
            escapes = true;
            close = text.indexOf('"', close + 2);
        }
        if (close < 0) {
            return -1;
        }
        if (close + 1 < text.length() && text.charAt(close + 1) != separator) {
            return -2;
        }
        add(begin + 1, close, escapes);
        return close + 1;
    }

    private int plain(int begin) {
        int end = begin;
        while (end < text.length() && text.charAt(end) != separator) {
            if (text.charAt(end) == '"') {
                return -2;
            }
            end++;
        }
        add(begin, end, false);
        return end;
    }

    private void add(int begin, int end, boolean escapes) {
        if (size == begins.length) {
            begins = Arrays.copyOf(begins, MOST);
            ends = Arrays.copyOf(ends, MOST);
            doubled = Arrays.copyOf(doubled, MOST);
        }
        begins[size] = begin;
        ends[size] = end;
        doubled[size++] = escapes;
    }
}
