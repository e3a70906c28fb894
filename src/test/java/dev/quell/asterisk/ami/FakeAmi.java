package dev.quell.asterisk.ami;

import dev.quell.asterisk.ami.stream.Captured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A manager interface for tests: logs everybody in, answers as an Asterisk 22 does, and misbehaves when told to. */
public final class FakeAmi implements AutoCloseable {

    private final List<Socket> clients = new CopyOnWriteArrayList<>();
    private final List<Map<String, String>> actions = new CopyOnWriteArrayList<>();
    private final Map<String, Function<Map<String, String>, String>> answers = new HashMap<>();
    private ServerSocket listening;
    private volatile boolean mute;

    /** Listens on a free port of the loopback. */
    public FakeAmi() {
        answer("Challenge", a -> success("Challenge: 840415273"));
        answer("Login", a -> success("Message: Authentication accepted"));
        answer("CoreSettings", a -> success("AMIversion: 11.0.0\nAsteriskVersion: 22.10.1"));
        answer("CoreShowChannels", a -> list("Event: CoreShowChannelsComplete\nEventList: Complete"));
        answer("QueueStatus", a -> list("Event: QueueStatusComplete\nEventList: Complete"));
        answer("Getvar", a -> success("Variable: x\nValue: 1"));
        answer("Ping", a -> success("Ping: Pong\nTimestamp: 1795337031.763928"));
        answer("UserEvent", a -> success("Message: Event Sent") + canary(a));
        listen(0);
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** What to answer to an action; null: nothing. */
    public void answer(String action, Function<Map<String, String>, String> text) {
        answers.put(action.toLowerCase(Locale.ROOT), text);
    }

    public static String success(String lines) {
        return "Response: Success\n@ID@" + lines + "\n\n";
    }

    public static String error(String message) {
        return "Response: Error\n@ID@Message: " + message + "\n\n";
    }

    /** The beginning of a list and its events; each gets the action's id. */
    public static String list(String... events) {
        StringBuilder text = new StringBuilder(success("EventList: start"));
        for (String event : events) {
            text.append(event).append("\n@ID@\n");
        }
        return text.toString();
    }

    /** The canary of an action coming back. */
    public static String canary(Map<String, String> action) {
        return "Event: UserEvent\nPrivilege: user,all\nUserEvent: QuellCanary\n@ID@Nonce: " + action.get("nonce")
                + "\n\n";
    }

    /** Sends text to everybody; line feeds go out as CR LF. */
    public void send(String lines) {
        for (Socket client : clients) {
            write(client, lines);
        }
    }

    /** Reads and says nothing any more, as a frozen Asterisk or a dead network. */
    public void mute(boolean silent) {
        mute = silent;
    }

    /** Closes every connection and the port. */
    public void goAway() {
        try {
            listening.close();
            for (Socket client : clients) {
                client.close();
            }
            clients.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Listens on the same port again. */
    public void comeBack() {
        mute = false;
        listen(listening.getLocalPort());
    }

    /** The actions of a name so far, header names in lower case. */
    public List<Map<String, String>> received(String action) {
        return actions.stream()
                .filter(a -> action.equalsIgnoreCase(a.get("action")))
                .toList();
    }

    @Override
    public void close() {
        goAway();
    }

    private void listen(int port) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            listening = socket;
            Thread.ofVirtual().start(() -> accept(socket));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                clients.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        write(client, "Asterisk Call Manager/11.0.0\n");
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
            Map<String, String> action = new HashMap<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.isEmpty()) {
                    handle(client, Map.copyOf(action));
                    action.clear();
                } else {
                    String[] header = line.split(": ?", 2);
                    action.put(header[0].toLowerCase(Locale.ROOT), header[1]);
                }
            }
        } catch (IOException e) {
            clients.remove(client);
        }
    }

    private void handle(Socket client, Map<String, String> action) {
        actions.add(action);
        String answer = answers.getOrDefault(
                        action.get("action").toLowerCase(Locale.ROOT), a -> error("Invalid/unknown command"))
                .apply(action);
        if (answer != null && !mute) {
            write(client, answer.replace("@ID@", "ActionID: " + action.get("actionid") + "\n"));
        }
    }

    private static void write(Socket client, String lines) {
        try {
            synchronized (client) {
                OutputStream out = client.getOutputStream();
                out.write(Captured.wire(lines).getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (IOException e) {
            // The client left; a test that cares sees it there.
            return;
        }
    }
}
