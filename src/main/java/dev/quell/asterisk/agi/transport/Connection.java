package dev.quell.asterisk.agi.transport;

import dev.quell.asterisk.protocol.RefusedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.asteriskjava.util.SocketConnectionFacade;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call's socket, also as asterisk-java uses it. What is read is bounded; what is written leaves in one piece a command, and only if it is printable
 * ASCII and line ends.
 */
final class Connection implements SocketConnectionFacade {

    /** How long Asterisk may take to reply to the last command. A reply that comes later finds the socket closed, which changes nothing any more. */
    private static final Duration GOODBYE = Duration.ofMillis(100);

    /** Half of the dialplan's guard with two instances, and a little less. */
    static final Duration OLD = Duration.ofMillis(300);

    /** More than a request has. */
    private static final int REQUEST = 8192;

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private final long accepted = System.nanoTime();
    private final SocketChannel channel;
    private final InetSocketAddress peer;
    private final Deadline deadline = new Deadline();
    private final BoundedLines source;
    private final Deque<String> shown = new ArrayDeque<>(0);
    private final StringBuilder pending = new StringBuilder(0);
    private Duration replyTime = Duration.ofSeconds(5);
    private Precedence.Turn turn = new Precedence().newcomer();
    private volatile boolean answered;

    Connection(SocketChannel channel, AgiLimits limits) throws IOException {
        this.channel = channel;
        this.peer = (InetSocketAddress) channel.getRemoteAddress();
        this.source = new BoundedLines(channel, deadline, limits);
    }

    /** Takes its turn among all connections; before it is served. */
    void takes(Precedence.Turn among) {
        turn = among;
    }

    /** Its turn among all connections. */
    Precedence.Turn turn() {
        return turn;
    }

    /** Reads and checks the headers. */
    AgiHeaders readHeaders(Duration time) throws IOException, RefusedException {
        source.allow(time);
        try {
            return AgiHeaders.read(source);
        } finally {
            // What is thought about the request is not the other side's time.
            deadline.off();
        }
    }

    /** Makes an empty request the next thing that {@link #readLine} reads. */
    void showEmptyRequest() {
        shown.add("");
    }

    /** How long ago it was accepted. */
    Duration waited() {
        return Duration.ofNanos(System.nanoTime() - accepted);
    }

    /** Whether it was accepted so long ago that Asterisk's guard may be over: under overload what nobody waits for must not take the time of the rest. */
    boolean isOld() {
        return waited().compareTo(OLD) > 0;
    }

    /** Closes it unanswered. What has come is read first: a close over unread bytes is a reset, which the dialplan takes for a broken instance. */
    void turnAway() {
        try {
            channel.configureBlocking(false);
            channel.read(ByteBuffer.allocate(REQUEST));
            channel.close();
        } catch (IOException e) {
            LOG.debug("A connection is gone", e);
            cut();
        }
    }

    /** Whether the other side has closed already, or says that the call is over; before our answer it says nothing else after its headers. */
    boolean isAbandoned() {
        try {
            channel.configureBlocking(false);
            boolean abandoned = channel.read(ByteBuffer.allocate(1)) != 0;
            channel.configureBlocking(true);
            return abandoned;
        } catch (IOException e) {
            LOG.debug("A connection is gone", e);
            return true;
        }
    }

    /** How long the reply to the next command may take. */
    void expectReplyWithin(Duration time) {
        replyTime = time;
    }

    /** Sends the last command and says that nothing more comes: Asterisk runs it, sees the end and goes on. */
    void last(String command) throws IOException {
        check(command);
        send(command);
        channel.shutdownOutput();
        answered = true;
    }

    /** Leaves an answered connection to the watch for as long as Asterisk may reply; any other is closed now. */
    boolean leave() throws IOException {
        if (answered) {
            source.forget();
            deadline.in(GOODBYE);
            return true;
        }
        channel.close();
        return false;
    }

    /** Whether its call is still being served. */
    boolean isServed() {
        return !answered;
    }

    /** Closes the connection if its time is over; whoever reads it sees that. */
    boolean expire(long now) {
        boolean over = deadline.isOver(now);
        if (over) {
            cut();
        }
        return over;
    }

    /** Closes the connection now, whatever is being done with it. */
    void cut() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("A connection did not close cleanly", e);
        }
    }

    @Override
    public @Nullable String readLine() throws IOException {
        if (!shown.isEmpty()) {
            return shown.poll();
        }
        try {
            return source.next();
        } catch (RefusedException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public void write(String text) throws IOException {
        check(text);
        pending.append(text);
    }

    private void check(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' || c > '~') && c != '\n') {
                pending.setLength(0);
                throw new IOException(
                        String.format(Locale.ROOT, "refused to send the character U+%04X to Asterisk", (int) c));
            }
        }
    }

    @Override
    public void flush() throws IOException {
        String text = pending.toString();
        pending.setLength(0);
        send(text);
        source.allow(replyTime);
    }

    private void send(String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    @Override
    public boolean isConnected() {
        return channel.isConnected();
    }

    @Override
    public InetAddress getLocalAddress() {
        return channel.socket().getLocalAddress();
    }

    @Override
    public int getLocalPort() {
        return channel.socket().getLocalPort();
    }

    @Override
    public InetAddress getRemoteAddress() {
        return peer.getAddress();
    }

    @Override
    public int getRemotePort() {
        return peer.getPort();
    }
}
