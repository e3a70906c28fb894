package dev.quell.doctor.service;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks a FastAGI port whether a Quell answers there, by a request that is no call. */
public final class AgiPing {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String ANSWER = "SET VARIABLE \"QUELL\" \"v1:PONG\"";

    private AgiPing() {}

    /** What came of it. */
    public enum Result {
        /** A Quell that knows the token. */
        PONG,
        /** Nobody listens there. */
        REFUSED,
        /** The connection was taken, and no answer came in two seconds. */
        SILENT,
        /** The connection was closed without an answer: another token, a host that may not ask, an older Quell. */
        CLOSED,
        /** An answer that is none of ours. */
        FOREIGN
    }

    /** Asks once. */
    public static Result ask(String host, int port, String token) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), (int) PATIENCE.toMillis());
            socket.setSoTimeout((int) PATIENCE.toMillis());
            return ask(socket, token);
        } catch (SocketTimeoutException e) {
            return Result.SILENT;
        } catch (IOException e) {
            return Result.REFUSED;
        }
    }

    private static Result ask(Socket socket, String token) throws SocketTimeoutException {
        String request = "agi_network: yes\nagi_network_script: ping\nagi_arg_1: v1\nagi_arg_2: t=" + token + "\n\n";
        try {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            String line = line(in);
            if (line.isEmpty()) {
                return Result.CLOSED;
            }
            return line.equals(ANSWER) ? Result.PONG : Result.FOREIGN;
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException reset) {
            return Result.CLOSED;
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n' && line.length() < 256; c = in.read()) {
            line.append((char) c);
        }
        return line.toString();
    }
}
