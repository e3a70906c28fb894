package dev.quell.asterisk.agi;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** One FastAGI connection from Asterisk's side. Keeps every byte that the service sent. */
final class FakeAsterisk implements AutoCloseable {

    /** Headers as a real Asterisk 22.10.1 sent them, up to the arguments. */
    static final String HEADERS = """
            agi_network: yes
            agi_network_script: %s
            agi_request: agi://127.0.0.1:16273/%s
            agi_channel: PJSIP/trunk-00000001
            agi_language: en
            agi_type: PJSIP
            agi_uniqueid: 1795338360.3
            agi_version: 22.10.1+dfsg+~cs6.17.60671434-1
            agi_callerid: 13800138000
            agi_calleridname: unknown
            agi_callingpres: 0
            agi_callingani2: 0
            agi_callington: 0
            agi_callingtns: 0
            agi_dnid: 12355
            agi_rdnis: unknown
            agi_context: quell-screen
            agi_extension: s
            agi_priority: 36
            agi_enhanced: 0.0
            agi_accountcode:\s
            agi_threadid: 140406931060416
            """;

    private final Socket socket;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();

    FakeAsterisk(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(30_000);
    }

    /** A whole request for a script with these arguments. */
    static String request(String script, String... arguments) {
        StringBuilder request = new StringBuilder(HEADERS.formatted(script, script));
        for (int i = 0; i < arguments.length; i++) {
            request.append("agi_arg_")
                    .append(i + 1)
                    .append(": ")
                    .append(arguments[i])
                    .append('\n');
        }
        return request.append('\n').toString();
    }

    FakeAsterisk send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    FakeAsterisk send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /** Says that nothing more will come. */
    FakeAsterisk end() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** Everything up to the service's end of the connection; a reset is an end too, and then what was sent with it is lost. */
    String readAll() throws IOException {
        try {
            received.writeBytes(socket.getInputStream().readAllBytes());
        } catch (SocketException reset) {
            return received.toString(StandardCharsets.ISO_8859_1);
        }
        return received.toString(StandardCharsets.ISO_8859_1);
    }

    /** Answers each command until the service ends the connection; returns the commands. */
    List<String> converse(Function<String, String> reply) throws IOException {
        List<String> commands = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        InputStream in = socket.getInputStream();
        for (int c = in.read(); c >= 0; c = in.read()) {
            received.write(c);
            if (c != '\n') {
                line.append((char) c);
                continue;
            }
            commands.add(line.toString());
            send(reply.apply(line.toString()) + "\n");
            line.setLength(0);
        }
        return commands;
    }

    byte[] received() {
        return received.toByteArray();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
