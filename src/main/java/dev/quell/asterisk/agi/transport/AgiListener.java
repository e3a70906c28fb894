package dev.quell.asterisk.agi.transport;

import dev.quell.asterisk.protocol.Peers;
import dev.quell.asterisk.protocol.Refusal;
import dev.quell.asterisk.protocol.Refusals;
import dev.quell.asterisk.protocol.RefusedException;
import dev.quell.jobs.Jobs;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The FastAGI port: lets peers in and serves each connection on a virtual thread of its own. Opened once, closed once. */
public final class AgiListener {

    /** Connections that may wait to be accepted; the kernel may allow fewer (net.core.somaxconn). */
    private static final int BACKLOG = 4096;

    private static final Duration PAUSE_AFTER_FAULT = Duration.ofMillis(50);
    private static final Logger LOG = LoggerFactory.getLogger(AgiListener.class);

    private final AgiHandler handler;
    private final AgiLimits limits;
    private final Peers peers;
    private final Refusals refusals;
    private final ServerSocketChannel server;
    private final int port;
    private final Watch watch = new Watch();
    private final Precedence precedence = new Precedence();
    private final Jam jam = new Jam(System::nanoTime);
    private final ThreadFactory threads = Thread.ofVirtual().name("agi-", 0).factory();

    private AgiListener(
            ServerSocketChannel server, AgiHandler handler, AgiLimits limits, Peers peers, Refusals refusals)
            throws IOException {
        this.server = server;
        this.port = ((InetSocketAddress) server.getLocalAddress()).getPort();
        this.handler = handler;
        this.limits = limits;
        this.peers = peers;
        this.refusals = refusals;
    }

    /**
     * Opens the port.
     *
     * @param handler serves every request; must be safe for many threads
     * @throws IOException if the address cannot be bound
     */
    public static AgiListener open(
            InetSocketAddress address, AgiHandler handler, AgiLimits limits, Peers peers, Refusals refusals)
            throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open();
        try {
            server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            server.bind(address, BACKLOG);
        } catch (IOException e) {
            server.close();
            throw e;
        }
        AgiListener listener = new AgiListener(server, handler, limits, peers, refusals);
        Thread.ofPlatform().name("agi-accept").start(Jobs.loop("agi-accept", listener::acceptAll));
        return listener;
    }

    /** The port that is open; of use if 0 was asked for. */
    public int port() {
        return port;
    }

    private void acceptAll() {
        while (server.isOpen()) {
            try {
                admit(server.accept());
            } catch (IOException | RuntimeException e) {
                if (server.isOpen()) {
                    LOG.error(
                            "Cannot accept a call: {}. Too many open files? Asterisk lets such calls pass.",
                            e.toString());
                    LockSupport.parkNanos(PAUSE_AFTER_FAULT.toNanos());
                }
            }
        }
    }

    private void admit(SocketChannel channel) throws IOException {
        boolean served = false;
        try {
            Connection connection = new Connection(channel, limits);
            refuseStrangers(connection);
            watch.add(connection);
            connection.takes(precedence.newcomer());
            threads.newThread(() -> serve(connection)).start();
            served = true;
        } catch (IOException e) {
            LOG.debug("A connection broke at once", e);
        } finally {
            // Whom nobody serves is not kept waiting: Asterisk lets the call pass at once.
            if (!served) {
                channel.close();
            }
        }
    }

    private void refuseStrangers(Connection connection) throws IOException {
        try {
            peers.check(connection.getRemoteAddress());
        } catch (RefusedException e) {
            refusals.note(e, connection.getRemoteAddress().getHostAddress(), "connection");
            throw new IOException("a stranger", e);
        }
    }

    private void serve(Connection connection) {
        try {
            if (jam.turnsAway(connection.waited())) {
                turnAway(connection);
            } else {
                handler.serve(
                        AgiCall.read(connection, limits.headerTime(), () -> connection.isOld() || watch.stoodStill()));
            }
        } finally {
            connection.turn().over();
            leave(connection);
        }
    }

    private void turnAway(Connection connection) {
        connection.turnAway();
        refusals.note(
                new RefusedException(
                        Refusal.LATE,
                        "requests wait too long for their turn, and this one is kept waiting no longer; the machine is overloaded"),
                connection.getRemoteAddress().getHostAddress(),
                "connection");
    }

    private void leave(Connection connection) {
        try {
            if (connection.leave()) {
                return;
            }
        } catch (IOException e) {
            LOG.debug("A connection did not close cleanly", e);
        }
        watch.remove(connection);
    }

    /** Shuts the port, waits for the calls that are being served, then cuts off those that are left. */
    public void close(Duration drain) {
        try {
            server.close();
        } catch (IOException e) {
            LOG.warn("The AGI port did not close cleanly: {}", e.toString());
        }
        long cut = watch.close(drain);
        if (cut > 0) {
            LOG.warn("{} calls were still in a dialogue when their time to end was over; they pass.", cut);
        }
    }
}
