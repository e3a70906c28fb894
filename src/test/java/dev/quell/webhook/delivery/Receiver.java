package dev.quell.webhook.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** A server of one answer: takes requests on loopback, keeps them, and says whatever the test wants said. */
public final class Receiver implements AutoCloseable {

    /** Says nothing until the connection is closed. */
    public static final String SILENCE = "";

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final ServerSocket server;
    private final Supplier<String> answer;

    public Receiver(Supplier<String> answer) throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), answer);
    }

    public Receiver(ServerSocket server, Supplier<String> answer) {
        this.server = server;
        this.answer = answer;
        Thread.ofVirtual().start(this::work);
    }

    /** What answers with a status and nothing more. */
    public static Receiver answering(int status) throws IOException {
        return new Receiver(() -> "HTTP/1.1 " + status + " x\r\nContent-Length: 0\r\n\r\n");
    }

    public int port() {
        return server.getLocalPort();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + port() + "/hook?a=b");
    }

    /** The requests so far, head and body. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    private void work() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                requests.add(request(socket.getInputStream()));
                String said = answer.get();
                if (said.equals(SILENCE)) {
                    socket.getInputStream().readAllBytes();
                } else {
                    OutputStream out = socket.getOutputStream();
                    out.write(said.getBytes(StandardCharsets.ISO_8859_1));
                    out.flush();
                }
            } catch (IOException e) {
                requests.add("broke off: " + e.getMessage());
            }
        }
    }

    private static String request(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int octet = in.read();
            if (octet < 0) {
                return head.toString();
            }
            head.append((char) octet);
        }
        int length = head.toString()
                .lines()
                .filter(line -> line.startsWith("Content-Length: "))
                .mapToInt(line -> Integer.parseInt(line.substring("Content-Length: ".length())))
                .findFirst()
                .orElse(0);
        return head + new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
