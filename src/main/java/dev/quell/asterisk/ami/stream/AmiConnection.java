package dev.quell.asterisk.ami.stream;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.asteriskjava.AsteriskVersion;
import org.asteriskjava.lock.Locker.LockCloser;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.ManagerConnectionState;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.event.DisconnectEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.internal.ManagerConnectionImpl;
import org.asteriskjava.manager.response.ManagerResponse;
import org.asteriskjava.util.SocketConnectionFacade;
import org.jspecify.annotations.Nullable;

/**
 * One login to one Asterisk, used once: when its socket is gone it is gone, and another one is made. The library's own way of reconnecting is never
 * entered, since it does not begin when its queue is full.
 */
public final class AmiConnection extends ManagerConnectionImpl implements AutoCloseable {

    /** The event classes Quell reads: channels and talk, queues and agents, the canary. */
    private static final String EVENTS = "call,agent,user";

    private final AmiEndpoint endpoint;
    private final Consumer<AmiEvent> events;
    private final Runnable opened;
    private final CompletableFuture<String> ended = new CompletableFuture<>();
    private volatile @Nullable AmiSocket current;

    /**
     * A connection that is not made yet.
     *
     * @param events takes every event; called by one thread, must not wait
     * @param opened told when the socket is made, before the first event
     */
    public AmiConnection(AmiEndpoint endpoint, Consumer<AmiEvent> events, Runnable opened) {
        this.endpoint = endpoint;
        this.events = events;
        this.opened = opened;
        setHostname(endpoint.host());
        setPort(endpoint.port());
        setUsername(endpoint.username());
        setDefaultResponseTimeout(endpoint.patience().toMillis());
        setKeepAliveAfterAuthenticationFailure(false);
    }

    /**
     * Connects and logs in.
     *
     * @throws AuthenticationFailedException if Asterisk does not want this user
     * @throws IOException if it cannot be reached, does not answer, or the password cannot be read
     */
    public void open() throws IOException, AuthenticationFailedException {
        setPassword(endpoint.password().read());
        try {
            login(EVENTS);
        } catch (TimeoutException e) {
            throw new IOException("no answer within " + endpoint.patience().toMillis() + " ms", e);
        }
    }

    /** Sends an action and gives its response; fails with an {@link IOException} or {@link IllegalStateException} if the connection is gone. */
    public CompletableFuture<ManagerResponse> send(ManagerAction action) {
        CompletableFuture<ManagerResponse> answer = new CompletableFuture<>();
        try {
            sendAction(action, response -> {
                if (response == null) {
                    answer.completeExceptionally(new IOException("the connection was lost"));
                } else {
                    answer.complete(response);
                }
            });
        } catch (IOException | IllegalStateException e) {
            answer.completeExceptionally(e);
        }
        return answer;
    }

    /** Completes with the reason, in words, when the connection has ended without {@link #close()}. */
    public CompletableFuture<String> ended() {
        return ended;
    }

    /** Cuts the connection without a word to the peer, which may not be listening any more. No event comes after it. */
    @Override
    public void close() {
        AmiSocket socket = current;
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException e) {
                ended.complete("closing failed: " + e.getMessage());
            }
        }
        forget();
    }

    @Override
    protected SocketConnectionFacade createSocket() throws IOException {
        if (current != null) {
            throw new IOException("a connection is used once");
        }
        Socket plain = connected();
        opened.run();
        AmiSocket socket = new AmiSocket(plain, events, () -> ended.complete("Asterisk closed the connection"));
        current = socket;
        return socket;
    }

    private Socket connected() throws IOException {
        int patience = Math.toIntExact(endpoint.patience().toMillis());
        Socket socket = endpoint.tls() ? SSLSocketFactory.getDefault().createSocket() : new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(endpoint.host(), endpoint.port()), patience);
            if (socket instanceof SSLSocket tls) {
                SSLParameters parameters = tls.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                tls.setSSLParameters(parameters);
                tls.setSoTimeout(patience);
                tls.startHandshake();
                tls.setSoTimeout(0);
            }
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Asks once: the library would ask eight times, and say so each time, where the user may not know the version. */
    @Override
    protected AsteriskVersion determineVersion() {
        try {
            AsteriskVersion version = determineVersionByCoreSettings();
            return version == null ? AsteriskVersion.DEFAULT_VERSION : version;
        } catch (Exception e) {
            return AsteriskVersion.DEFAULT_VERSION;
        }
    }

    @Override
    public void dispatchEvent(ManagerEvent event, @Nullable Integer requiredHandlingTime) {
        if (event instanceof DisconnectEvent) {
            forget();
        }
        super.dispatchEvent(event, requiredHandlingTime);
    }

    /** In this state the library does not try to connect again. */
    private void forget() {
        try (LockCloser held = withLock()) {
            if (state == ManagerConnectionState.CONNECTED) {
                state = ManagerConnectionState.DISCONNECTED;
            }
        }
    }
}
