package dev.quell.asterisk.ami.stream;

import dev.quell.asterisk.ami.stream.AmiEvent.StreamTorn;
import dev.quell.asterisk.ami.stream.AmiEvent.Tear;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.asteriskjava.util.SocketConnectionFacade;
import org.jspecify.annotations.Nullable;

/**
 * The socket under the library's connection. Events are taken out here and handed over typed, in the order in which they were read; the library sees
 * the greeting and the responses to its own actions and nothing else. So its queue, which drops without a word, never fills, and no text of a
 * caller's making reaches it or its log.
 */
final class AmiSocket implements SocketConnectionFacade {

    /** The library's own action ids; a response to anything else is none of ours. */
    private static final Pattern ACTION_ID = Pattern.compile("[0-9]+_[0-9]+#.*");

    private final Socket socket;
    private final MessageReader reader;
    private final OutputStream out;
    private final Consumer<AmiEvent> events;
    private final Runnable ended;
    private final Deque<String> lines = new ArrayDeque<>();
    private boolean greeted;
    private boolean closed;

    /**
     * @param events takes each event, never after {@link #close()}
     * @param ended told once that the stream has ended by itself
     */
    AmiSocket(Socket socket, Consumer<AmiEvent> events, Runnable ended) throws IOException {
        this.socket = socket;
        this.reader = new MessageReader(new BufferedInputStream(socket.getInputStream(), 65536));
        this.out = socket.getOutputStream();
        this.events = events;
        this.ended = ended;
    }

    @Override
    public @Nullable String readLine() throws IOException {
        try {
            while (lines.isEmpty()) {
                if (!read()) {
                    ended.run();
                    return null;
                }
            }
            return lines.poll();
        } catch (IOException e) {
            ended.run();
            throw e;
        }
    }

    private boolean read() throws IOException {
        if (!greeted) {
            greeted = true;
            Optional<String> greeting = reader.greeting();
            greeting.ifPresent(lines::add);
            return greeting.isPresent();
        }
        try {
            Optional<AmiMessage> message = reader.next();
            message.ifPresent(this::sort);
            return message.isPresent();
        } catch (MessageReader.OversizeException e) {
            emit(new StreamTorn(Tear.OVERSIZE));
            return true;
        }
    }

    private void sort(AmiMessage message) {
        if (message.kind().equals("response") && message.count("event") == 0) {
            if (message.one("actionid").filter(ACTION_ID.asMatchPredicate()).isPresent()) {
                respond(message);
            }
        } else {
            EventTranslator.translate(message).ifPresent(this::emit);
        }
    }

    /** Hands a response to the library, each key once: it cannot take a second one. */
    private void respond(AmiMessage message) {
        Set<String> seen = new HashSet<>();
        for (String line : message.lines()) {
            int colon = line.indexOf(':');
            if (colon > 0 && seen.add(line.substring(0, colon).strip().toLowerCase(Locale.ROOT))) {
                lines.add(line);
            }
        }
        lines.add("");
    }

    private synchronized void emit(AmiEvent event) {
        if (!closed) {
            events.accept(event);
        }
    }

    @Override
    public void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        synchronized (this) {
            closed = true;
        }
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
