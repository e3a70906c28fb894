package dev.quell.doctor.asterisk;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** A connection to a manager interface that asks one thing at a time. What it reads is bounded, and nothing of it is believed. */
final class Manager implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LONGEST_LINE = 8192;
    private static final int MOST_LINES = 512;
    private static final int MOST_MESSAGES = 200_000;

    private final Socket socket;
    private final InputStream in;
    private final String banner;
    private int asked;

    private Manager(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.banner = line();
    }

    /** Connects and reads the first line. */
    static Manager connect(String host, int port, boolean tls) throws IOException {
        Socket plain = new Socket();
        try {
            plain.connect(new InetSocketAddress(host, port), (int) PATIENCE.toMillis());
            plain.setSoTimeout((int) PATIENCE.toMillis());
            return new Manager(tls ? secured(plain, host, port) : plain);
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    /** The certificate must be the host's, as the service wants it; no password goes to any other. */
    private static Socket secured(Socket plain, String host, int port) throws IOException {
        SSLSocket socket =
                (SSLSocket) ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    String banner() {
        return banner;
    }

    /** Asks, and gives the response. */
    Map<String, String> ask(String action, String... fields) throws IOException {
        String id = send(action, fields);
        return until(message -> message.containsKey("Response") && id.equals(message.get("ActionID")));
    }

    /** Asks for a list, and gives its events; none if there is no such thing. */
    List<Map<String, String>> list(String action, String... fields) throws IOException {
        String id = send(action, fields);
        List<Map<String, String>> events = new ArrayList<>();
        while (events.size() < MOST_MESSAGES) {
            Map<String, String> message = until(each -> id.equals(each.get("ActionID")));
            if ("Complete".equals(message.get("EventList")) || "Error".equals(message.get("Response"))) {
                return events;
            }
            if (message.containsKey("Event")) {
                events.add(message);
            }
        }
        throw new IOException("the answer to " + action + " is too long");
    }

    /** A global variable's or a function's value; empty if it is refused. */
    Optional<String> value(String expression) throws IOException {
        Map<String, String> answer = ask("Getvar", "Variable: " + expression);
        return "Success".equals(answer.get("Response"))
                ? Optional.of(answer.getOrDefault("Value", ""))
                : Optional.empty();
    }

    /** Waits until an event with a word of ours comes back. */
    boolean returns(String word) throws IOException {
        try {
            until(message -> message.containsKey("Event") && message.containsValue(word));
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    private String send(String action, String... fields) throws IOException {
        String id = "quell-doctor-" + ++asked;
        StringBuilder text = new StringBuilder("Action: ")
                .append(action)
                .append("\r\nActionID: ")
                .append(id)
                .append("\r\n");
        for (String field : fields) {
            text.append(field.replaceAll("[\\r\\n]", "")).append("\r\n");
        }
        socket.getOutputStream().write(text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        return id;
    }

    private Map<String, String> until(Predicate<Map<String, String>> wanted) throws IOException {
        for (int i = 0; i < MOST_MESSAGES; i++) {
            Map<String, String> message = message();
            if (wanted.test(message)) {
                return message;
            }
        }
        throw new IOException("no answer among " + MOST_MESSAGES + " messages");
    }

    private Map<String, String> message() throws IOException {
        Map<String, String> message = new LinkedHashMap<>();
        for (int i = 0; i < MOST_LINES; i++) {
            String line = line();
            if (line.isEmpty()) {
                return message;
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                message.putIfAbsent(
                        line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }
        throw new IOException("a message has more than " + MOST_LINES + " lines");
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection was closed");
            }
            if (line.length() == LONGEST_LINE) {
                throw new IOException("a line is longer than " + LONGEST_LINE + " characters");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
