package dev.quell.bench.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The baseline: one virtual thread a connection reads the request and gives every call the same answer, without thinking. */
public final class BareResponder {

    private static final int BACKLOG = 4096;
    private static final byte[] ANSWER =
            "SET VARIABLE QUELL \"v1:PASS:ORDINARY:abcdefghijklmnopqrstuvwxyz:00420815:128:standard:queue:\"\n"
                    .getBytes(StandardCharsets.US_ASCII);

    private BareResponder() {}

    /** Serves until the process ends. First argument: the port. */
    public static void main(String[] args) throws IOException {
        try (ServerSocket server = new ServerSocket()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0])), BACKLOG);
            while (true) {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        }
    }

    private static void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = socket.getInputStream();
            byte[] request = new byte[4096];
            int length = 0;
            while (!isWhole(request, length)) {
                int read = in.read(request, length, request.length - length);
                if (read <= 0) {
                    return;
                }
                length += read;
            }
            socket.getOutputStream().write(ANSWER);
            socket.shutdownOutput();
            // What Asterisk still says is read to its end: a reset could overtake the answer.
            int rest = in.read(request);
            while (rest > 0) {
                rest = in.read(request);
            }
        } catch (IOException e) {
            System.err.println("a call broke: " + e);
        }
    }

    private static boolean isWhole(byte[] request, int length) {
        return length >= 2 && request[length - 1] == '\n' && request[length - 2] == '\n';
    }
}
