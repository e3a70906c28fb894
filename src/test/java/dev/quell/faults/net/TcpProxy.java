package dev.quell.faults.net;

import dev.quell.e2e.server.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Carries TCP connections from a port of its own to another of this machine, and spoils them as its {@link Weather} says. */
public final class TcpProxy implements AutoCloseable {

    private static final int BACKLOG = 512;

    /** How many ports are tried at first: between the look and the bind another program may take a free one. */
    private static final int TRIES = 10;

    private final int port;
    private final int target;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private volatile Weather weather = new Weather.Clear();
    private volatile ServerSocket door;
    private volatile Thread doorman;

    private TcpProxy(int target) {
        this.target = target;
        ServerSocket first = bindAnywhere();
        this.port = first.getLocalPort();
        this.door = admitAt(first);
    }

    /** Listens on a free port of the loopback, and leads to another. */
    public static TcpProxy to(int target) {
        return new TcpProxy(target);
    }

    /** The port to connect to. */
    public int port() {
        return port;
    }

    /** How many connections are open. */
    public int connections() {
        return links.size();
    }

    /** The weather now. */
    public Weather weather() {
        return weather;
    }

    /** Changes the weather, at once and for all connections. */
    public synchronized void weather(Weather next) {
        weather = next;
        if (next instanceof Weather.Refuse) {
            shut();
            links.forEach(Link::close);
            return;
        }
        if (door.isClosed()) {
            door = admitAt(bind(port));
        }
        if (next instanceof Weather.Reset) {
            links.forEach(Link::reset);
        }
    }

    /** Clears the weather. */
    public void clear() {
        weather(new Weather.Clear());
    }

    @Override
    public synchronized void close() {
        shut();
        links.forEach(Link::close);
    }

    private static ServerSocket bindAnywhere() {
        for (int tries = 1; ; tries++) {
            try {
                return bind(Ports.free());
            } catch (UncheckedIOException e) {
                if (tries == TRIES) {
                    throw e;
                }
            }
        }
    }

    private static ServerSocket bind(int port) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on " + port, e);
        }
    }

    private ServerSocket admitAt(ServerSocket socket) {
        doorman = Thread.ofVirtual().name("proxy-" + port).start(() -> accept(socket));
        return socket;
    }

    /** Shuts the port. It listens until whoever waits in accept has left, so that is waited for. */
    private void shut() {
        try {
            door.close();
            doorman.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                admit(socket.accept());
            } catch (IOException e) {
                // The door was shut, or the client has left already: either way there is nobody to serve.
                continue;
            }
        }
    }

    private void admit(Socket near) throws IOException {
        if (weather instanceof Weather.Reset) {
            near.setSoLinger(true, 0);
            near.close();
            return;
        }
        Link link = new Link(near, target, this::weather, links::remove);
        links.add(link);
        link.start();
    }
}
