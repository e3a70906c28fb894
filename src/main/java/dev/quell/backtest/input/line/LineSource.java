package dev.quell.backtest.input.line;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Splits text into lines at LF or CR LF, in memory that does not grow with the text or with a line. */
final class LineSource {

    /** The longest line in characters; Asterisk's own writers keep a record within some 1,000. */
    static final int LONGEST = 16_384;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Reader reader;
    private final char[] buffer = new char[65_536];
    private final StringBuilder line = new StringBuilder(512);
    private int position;
    private int filled;
    private long number;

    LineSource(Reader reader) {
        this.reader = reader;
    }

    /** The next line; null at the end of the text. */
    @Nullable
    PhysicalLine next() throws IOException {
        line.setLength(0);
        long length = 0;
        boolean any = false;
        while (position < filled || fill()) {
            any = true;
            int end = lineEnd();
            length += end - position;
            line.append(buffer, position, Math.min(end - position, LONGEST + 1 - line.length()));
            position = end;
            if (end < filled) {
                position++;
                break;
            }
        }
        return any ? checked(length) : null;
    }

    private boolean fill() throws IOException {
        position = 0;
        filled = Math.max(0, reader.read(buffer, 0, buffer.length));
        return filled > 0;
    }

    private int lineEnd() {
        int end = position;
        while (end < filled && buffer[end] != '\n') {
            end++;
        }
        return end;
    }

    private PhysicalLine checked(long length) {
        number++;
        if (number == 1 && !line.isEmpty() && line.charAt(0) == BYTE_ORDER_MARK) {
            line.deleteCharAt(0);
        }
        if (!line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
            line.setLength(line.length() - 1);
        }
        String text = line.toString();
        if (length > LONGEST) {
            return new PhysicalLine(
                    number, text, "the line has " + length + " characters; a record has at most " + LONGEST);
        }
        return new PhysicalLine(
                number,
                text,
                text.indexOf('\0') < 0
                        ? ""
                        : "the line holds a NUL character; text has none, so the file is damaged or not UTF-8");
    }
}
