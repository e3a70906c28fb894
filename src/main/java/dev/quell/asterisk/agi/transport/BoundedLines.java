package dev.quell.asterisk.agi.transport;

import dev.quell.asterisk.protocol.Refusal;
import dev.quell.asterisk.protocol.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads lines from a socket within limits of number, length and time. Bytes become characters one to one; a control character is refused. */
final class BoundedLines {

    private static final int CHUNK = 2048;

    private final Socket socket;
    private final InputStream in;
    private final AgiLimits limits;
    private final byte[] chunk = new byte[CHUNK];
    private int position;
    private int filled;
    private int linesLeft;
    private int charactersLeft;
    private long deadline;

    BoundedLines(Socket socket, AgiLimits limits) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.limits = limits;
    }

    /** Opens a new account: the limits count from here, and the time ends so long from now. */
    void allow(Duration time) {
        linesLeft = limits.lines();
        charactersLeft = limits.request();
        deadline = System.nanoTime() + time.toNanos();
    }

    /** The next line without its end; null at the end of the stream. */
    @Nullable
    String next() throws IOException, RefusedException {
        StringBuilder line = new StringBuilder(80);
        while (true) {
            int c = read();
            if (c < 0) {
                return endOfStream(line);
            }
            if (c == '\n') {
                count();
                return line.toString();
            }
            append(line, c);
        }
    }

    private static @Nullable String endOfStream(StringBuilder line) throws RefusedException {
        if (line.isEmpty()) {
            return null;
        }
        throw new RefusedException(Refusal.GARBAGE, "the connection was closed in the middle of a line");
    }

    private void count() throws RefusedException {
        if (--linesLeft < 0) {
            throw new RefusedException(
                    Refusal.TOO_LONG, "more than " + limits.lines() + " lines (quell.asterisk.agi.max-lines)");
        }
    }

    private void append(StringBuilder line, int c) throws RefusedException {
        if (c < ' ' || c == 0x7f) {
            throw new RefusedException(
                    Refusal.GARBAGE,
                    String.format("a control character (0x%02x) in a line; Asterisk sends none to a filtered call", c));
        }
        if (line.length() >= limits.line()) {
            throw new RefusedException(
                    Refusal.TOO_LONG,
                    "a line of more than " + limits.line() + " characters (quell.asterisk.agi.max-line)");
        }
        line.append((char) c);
    }

    private int read() throws IOException, RefusedException {
        if (position == filled && !fill()) {
            return -1;
        }
        if (--charactersLeft < 0) {
            throw new RefusedException(
                    Refusal.TOO_LONG,
                    "more than " + limits.request() + " characters in all (quell.asterisk.agi.max-request)");
        }
        return chunk[position++] & 0xff;
    }

    private boolean fill() throws IOException, RefusedException {
        long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
        if (left <= 0) {
            throw tooSlow();
        }
        socket.setSoTimeout((int) left);
        try {
            filled = Math.max(0, in.read(chunk));
        } catch (SocketTimeoutException e) {
            throw tooSlow();
        }
        position = 0;
        return filled > 0;
    }

    private static RefusedException tooSlow() {
        return new RefusedException(
                Refusal.TOO_SLOW,
                "nothing more came in time; Asterisk sends its headers at once (quell.asterisk.agi.header-time)");
    }

    /** Reads on and throws away, until the end or the limit of characters. */
    void drain() throws IOException, RefusedException {
        while (fill()) {
            charactersLeft -= filled;
            if (charactersLeft < 0) {
                return;
            }
        }
    }

    /** The text's bytes, one for each character. */
    static byte[] bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
