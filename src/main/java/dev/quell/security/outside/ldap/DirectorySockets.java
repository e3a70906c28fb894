package dev.quell.security.outside.ldap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Opens the connections to the directory's servers as the one who asks wants them: Java's LDAP knows a factory by its class's name alone. Each read of a
 * socket ends after a while, also while a connection is being encrypted.
 */
public final class DirectorySockets extends SocketFactory {

    private static final ScopedValue<Wanted> WANTED = ScopedValue.newInstance();

    private final Wanted wanted;

    private DirectorySockets(Wanted wanted) {
        this.wanted = wanted;
    }

    /**
     * How connections are opened.
     *
     * @param sockets encrypted ones or plain ones
     * @param patience how long a read may take, in milliseconds
     */
    record Wanted(SocketFactory sockets, int patience) {

        /** Does something that opens connections. */
        <T> T during(ScopedValue.CallableOp<T, RuntimeException> work) {
            return ScopedValue.where(WANTED, this).call(work);
        }
    }

    /** The factory for whoever asks now; called by Java's LDAP. */
    public static SocketFactory getDefault() {
        return new DirectorySockets(WANTED.get());
    }

    private Socket patient(Socket socket) throws IOException {
        socket.setSoTimeout(wanted.patience());
        return socket;
    }

    @Override
    public Socket createSocket() throws IOException {
        return patient(wanted.sockets().createSocket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return patient(wanted.sockets().createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return patient(wanted.sockets().createSocket(host, port, from, fromPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return patient(wanted.sockets().createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return patient(wanted.sockets().createSocket(host, port, from, fromPort));
    }
}
