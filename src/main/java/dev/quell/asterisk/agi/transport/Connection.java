package dev.quell.asterisk.agi.transport;

import dev.quell.asterisk.protocol.RefusedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.asteriskjava.util.SocketConnectionFacade;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call's socket as asterisk-java uses it. What is read is bounded; what is written leaves in one piece a command, and only if it is printable ASCII
 * and line ends.
 */
final class Connection implements SocketConnectionFacade {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private final Socket socket;
    private final BoundedLines source;
    private final Deque<String> again = new ArrayDeque<>();
    private final StringBuilder pending = new StringBuilder(160);
    private Duration replyTime = Duration.ofSeconds(5);

    Connection(Socket socket, AgiLimits limits) throws IOException {
        this.socket = socket;
        this.source = new BoundedLines(socket, limits);
        socket.setTcpNoDelay(true);
    }

    /** Reads and checks the headers; asterisk-java will read the same lines again from here. */
    AgiHeaders readHeaders(Duration time) throws IOException, RefusedException {
        source.allow(time);
        AgiHeaders headers = AgiHeaders.read(source);
        again.addAll(headers.lines());
        return headers;
    }

    /** How long the reply to the next command may take. */
    void expectReplyWithin(Duration time) {
        replyTime = time;
    }

    /** Ends what we say: Asterisk runs what it was sent, sees the end and goes on. */
    void finish() throws IOException {
        flush();
        socket.shutdownOutput();
    }

    /** Reads and throws away what still comes, until the other side closes or the time is over. */
    void linger(Duration patience) {
        try {
            source.allow(patience);
            source.drain();
        } catch (IOException | RefusedException e) {
            // The answer is out: how the other side leaves changes nothing.
            LOG.trace("A connection did not end cleanly", e);
        }
    }

    @Override
    public @Nullable String readLine() throws IOException {
        if (!again.isEmpty()) {
            return again.poll();
        }
        try {
            return source.next();
        } catch (RefusedException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** The end of the headers, which {@link #readHeaders} has taken. */
    void replayEnd() {
        again.add("");
    }

    @Override
    public void write(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' || c > '~') && c != '\n') {
                pending.setLength(0);
                throw new IOException(String.format("refused to send the character U+%04X to Asterisk", (int) c));
            }
        }
        pending.append(text);
    }

    @Override
    public void flush() throws IOException {
        if (!pending.isEmpty()) {
            socket.getOutputStream().write(BoundedLines.bytes(pending));
            pending.setLength(0);
        }
        source.allow(replyTime);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    @Override
    public boolean isConnected() {
        return socket.isConnected();
    }

    @Override
    public InetAddress getLocalAddress() {
        return socket.getLocalAddress();
    }

    @Override
    public int getLocalPort() {
        return socket.getLocalPort();
    }

    @Override
    public InetAddress getRemoteAddress() {
        return socket.getInetAddress();
    }

    @Override
    public int getRemotePort() {
        return socket.getPort();
    }
}
