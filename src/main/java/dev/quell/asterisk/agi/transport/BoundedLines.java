package dev.quell.asterisk.agi.transport;

import dev.quell.asterisk.protocol.Refusal;
import dev.quell.asterisk.protocol.RefusedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads lines within limits of number, length and time. Bytes become characters one to one; a control character is refused. */
final class BoundedLines {

    /** Takes an ordinary request whole. */
    private static final int ROOM = 2048;

    private static final byte[] NONE = {};

    private final ReadableByteChannel in;
    private final Deadline deadline;
    private final AgiLimits limits;
    private byte[] buffer = new byte[ROOM];
    private int begin;
    private int filled;
    private int linesLeft;
    private int charactersLeft;

    /** @param deadline when it is over, somebody closes the channel */
    BoundedLines(ReadableByteChannel in, Deadline deadline, AgiLimits limits) {
        this.in = in;
        this.deadline = deadline;
        this.limits = limits;
    }

    /** Opens a new account: the limits count from here, and the time ends so long from now. */
    void allow(Duration time) {
        linesLeft = limits.lines();
        charactersLeft = limits.request();
        deadline.in(time);
    }

    /** Gives its memory back; nothing can be read after it. */
    void forget() {
        buffer = NONE;
        begin = 0;
        filled = 0;
    }

    /** The next line without its end; null at the end of the stream. */
    @Nullable
    String next() throws IOException, RefusedException {
        int at = begin;
        while (true) {
            for (; at < filled; at++) {
                byte c = buffer[at];
                if (isControl(c)) {
                    if (c != '\n') {
                        throw control(c);
                    }
                    return line(at);
                }
            }
            bound(at - begin);
            at -= begin;
            if (!fill()) {
                return endOfStream();
            }
        }
    }

    /** Passes the next line over if it is here as a whole and begins so; it is checked and counted as {@link #next} does. */
    boolean skip(byte[] beginning) throws RefusedException {
        int at = begin + beginning.length;
        if (at >= filled || !Arrays.equals(buffer, begin, at, beginning, 0, beginning.length)) {
            return false;
        }
        while (at < filled && !isControl(buffer[at])) {
            at++;
        }
        if (at == filled) {
            return false;
        }
        if (buffer[at] != '\n') {
            throw control(buffer[at]);
        }
        count(at);
        begin = at + 1;
        return true;
    }

    private static boolean isControl(byte c) {
        return (c < ' ' && c >= 0) || c == 0x7f;
    }

    private String line(int end) throws RefusedException {
        count(end);
        String line = new String(buffer, begin, end - begin, StandardCharsets.ISO_8859_1);
        begin = end + 1;
        return line;
    }

    private void count(int end) throws RefusedException {
        bound(end - begin);
        charactersLeft -= end - begin + 1;
        if (--linesLeft < 0) {
            throw tooLong("more than " + limits.lines() + " lines (quell.asterisk.agi.max-lines)");
        }
    }

    /** Checks the length of a line that has this many characters, or more that have not come yet. */
    private void bound(int length) throws RefusedException {
        if (length > limits.line()) {
            throw tooLong("a line of more than " + limits.line() + " characters (quell.asterisk.agi.max-line)");
        }
        if (length >= charactersLeft) {
            throw tooLong("more than " + limits.request() + " characters in all (quell.asterisk.agi.max-request)");
        }
    }

    /** Reads more behind what is left, which moves to the front; false at the end of the stream. */
    private boolean fill() throws IOException, RefusedException {
        int left = filled - begin;
        byte[] roomy = left == buffer.length ? new byte[2 * buffer.length] : buffer;
        System.arraycopy(buffer, begin, roomy, 0, left);
        buffer = roomy;
        begin = 0;
        filled = left;
        int read = read(ByteBuffer.wrap(buffer, left, buffer.length - left));
        filled += Math.max(0, read);
        return read > 0;
    }

    private int read(ByteBuffer room) throws IOException, RefusedException {
        try {
            return in.read(room);
        } catch (ClosedChannelException e) {
            if (deadline.isOver(System.nanoTime())) {
                throw new RefusedException(
                        Refusal.TOO_SLOW,
                        "nothing more came in time; Asterisk sends its headers at once (quell.asterisk.agi.header-time)");
            }
            throw e;
        }
    }

    private @Nullable String endOfStream() throws RefusedException {
        if (begin == filled) {
            return null;
        }
        throw new RefusedException(Refusal.GARBAGE, "the connection was closed in the middle of a line");
    }

    private static RefusedException control(byte c) {
        return new RefusedException(
                Refusal.GARBAGE,
                String.format(
                        Locale.ROOT,
                        "a control character (0x%02x) in a line; Asterisk sends none to a filtered call",
                        c));
    }

    private static RefusedException tooLong(String what) {
        return new RefusedException(Refusal.TOO_LONG, what);
    }
}
