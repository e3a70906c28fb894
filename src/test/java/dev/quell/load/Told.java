package dev.quell.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Posts a form as the dialplan's CURL does: a connection of its own, the body read whole. */
final class Told {

    private static final int ROOM = 4096;

    private final InetSocketAddress service;
    private final Guard guard;

    Told(InetSocketAddress service, Guard guard) {
        this.service = service;
        this.guard = guard;
    }

    /**
     * Posts a form and reads the answer's body.
     *
     * @throws IOException if the service cannot be reached, or does not answer within the time
     */
    String post(String path, String form, Duration time) throws IOException {
        String request = "POST " + path + " HTTP/1.1\r\nHost: " + service.getHostString() + ":" + service.getPort()
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nConnection: close\r\nContent-Length: "
                + form.length() + "\r\n\r\n" + form;
        SocketChannel channel = SocketChannel.open();
        guard.allow(channel, time);
        try (channel) {
            channel.connect(service);
            ByteBuffer out = ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII));
            while (out.hasRemaining()) {
                channel.write(out);
            }
            return body(channel);
        } finally {
            guard.release(channel);
        }
    }

    private static String body(SocketChannel channel) throws IOException {
        ByteBuffer in = ByteBuffer.allocate(ROOM);
        while (in.hasRemaining() && channel.read(in) >= 0) {
            Thread.onSpinWait();
        }
        String answer = new String(in.array(), 0, in.position(), StandardCharsets.ISO_8859_1);
        int body = answer.indexOf("\r\n\r\n");
        if (body < 0) {
            throw new IOException("the service closed without an answer");
        }
        return answer.startsWith("HTTP/1.1 200 ")
                ? answer.substring(body + 4)
                : answer.lines().findFirst().orElseThrow() + ": " + answer.substring(body + 4);
    }
}
