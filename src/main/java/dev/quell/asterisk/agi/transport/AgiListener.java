package dev.quell.asterisk.agi.transport;

import dev.quell.asterisk.protocol.Peers;
import dev.quell.asterisk.protocol.Refusals;
import dev.quell.asterisk.protocol.RefusedException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.asteriskjava.fastagi.AgiScript;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The FastAGI port: lets peers in and serves each connection on a virtual thread of its own. Opened once, closed once. */
public final class AgiListener {

    /** Connections that may wait to be accepted; the kernel may allow fewer (net.core.somaxconn). */
    private static final int BACKLOG = 4096;

    private static final Duration PAUSE_AFTER_FAULT = Duration.ofMillis(50);
    private static final Logger LOG = LoggerFactory.getLogger(AgiListener.class);

    private final AgiScript script;
    private final AgiLimits limits;
    private final Peers peers;
    private final Refusals refusals;
    private final ServerSocket server;
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("agi-", 0).factory());

    private AgiListener(ServerSocket server, AgiScript script, AgiLimits limits, Peers peers, Refusals refusals) {
        this.server = server;
        this.script = script;
        this.limits = limits;
        this.peers = peers;
        this.refusals = refusals;
    }

    /**
     * Opens the port.
     *
     * @param script serves every request; must be safe for many threads
     * @throws IOException if the address cannot be bound
     */
    public static AgiListener open(
            InetSocketAddress address, AgiScript script, AgiLimits limits, Peers peers, Refusals refusals)
            throws IOException {
        ServerSocket server = new ServerSocket();
        try {
            server.setReuseAddress(true);
            server.bind(address, BACKLOG);
        } catch (IOException e) {
            server.close();
            throw e;
        }
        AgiListener listener = new AgiListener(server, script, limits, peers, refusals);
        Thread.ofPlatform().name("agi-accept").start(listener::acceptAll);
        return listener;
    }

    /** The port that is open; of use if 0 was asked for. */
    public int port() {
        return server.getLocalPort();
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                admit(server.accept());
            } catch (IOException | RuntimeException e) {
                if (!server.isClosed()) {
                    LOG.error(
                            "Cannot accept a call: {}. Too many open files? Asterisk lets such calls pass.",
                            e.toString());
                    LockSupport.parkNanos(PAUSE_AFTER_FAULT.toNanos());
                }
            }
        }
    }

    private void admit(Socket socket) throws IOException {
        try {
            peers.check(socket.getInetAddress());
            serve(new Connection(socket, limits));
        } catch (RefusedException e) {
            refusals.note(e, socket.getInetAddress().getHostAddress(), "connection");
            socket.close();
        } catch (IOException e) {
            socket.close();
            LOG.debug("A connection broke at once", e);
        }
    }

    private void serve(Connection connection) {
        open.add(connection);
        threads.execute(() -> {
            try {
                new CallHandler(connection, script, limits.headerTime()).run();
            } finally {
                open.remove(connection);
            }
        });
    }

    /** Shuts the port, waits for the calls that are being served, then cuts off those that are left. */
    public void close(Duration drain) {
        try {
            server.close();
            threads.shutdown();
            if (!threads.awaitTermination(drain.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("{} calls were still in a dialogue when their time to end was over; they pass.", open.size());
            }
            for (Connection connection : open) {
                connection.close();
            }
        } catch (IOException e) {
            LOG.warn("The AGI port did not close cleanly: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
