package dev.quell.asterisk.ami.stream;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cuts a manager connection's bytes into messages. Lines end with CR LF; a lone CR or LF is text. Memory is bounded whatever the peer sends. */
final class MessageReader {

    /** A message that is too long is read to its end and thrown away. */
    static final class OversizeException extends IOException {
        private static final long serialVersionUID = 1L;

        OversizeException() {
            super("a message longer than any of Asterisk's");
        }
    }

    static final int MAX_LINE = 8192;
    static final int MAX_LINES = 512;

    private final InputStream in;
    private final byte[] line = new byte[MAX_LINE];

    MessageReader(InputStream in) {
        this.in = in;
    }

    /** The greeting, which alone has no empty line after it; empty if the peer closed before it was whole. */
    Optional<String> greeting() throws IOException {
        int length = readLine();
        return length < 0 ? Optional.empty() : Optional.of(text(length));
    }

    /**
     * The next message; empty at the end of the stream. Half a message before the end is none.
     *
     * @throws OversizeException if it was too long; the next call reads on after it
     */
    Optional<AmiMessage> next() throws IOException {
        List<String> lines = new ArrayList<>(20);
        boolean oversize = false;
        while (true) {
            int length = readLine();
            if (length < 0) {
                return Optional.empty();
            }
            if (length == 0) {
                if (oversize) {
                    throw new OversizeException();
                }
                if (!lines.isEmpty()) {
                    return Optional.of(new AmiMessage(lines));
                }
            } else if (length > MAX_LINE || lines.size() == MAX_LINES) {
                oversize = true;
                lines.clear();
            } else if (!oversize) {
                lines.add(text(length));
            }
        }
    }

    /** Reads to the next CR LF into the buffer: the line's length, more than MAX_LINE if it did not fit, -1 at the end. */
    private int readLine() throws IOException {
        int length = 0;
        boolean cr = false;
        int b;
        while ((b = in.read()) >= 0) {
            if (cr && b == '\n') {
                return length - 1;
            }
            if (length < MAX_LINE) {
                line[length] = (byte) b;
            }
            length = Math.min(length + 1, MAX_LINE + 2);
            cr = b == '\r';
        }
        return -1;
    }

    private String text(int length) {
        return new String(line, 0, Math.min(length, MAX_LINE), StandardCharsets.UTF_8);
    }
}
