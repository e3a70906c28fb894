package dev.quell.load;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One FastAGI connection from Asterisk's side: the request, then a reply to each command until the service closes. Like Asterisk it carries out a command
 * that was cut off before its line end.
 */
final class AgiExchange {

    private static final int ROOM = 512;
    private static final Pattern TIMEOUT =
            Pattern.compile("SET VARIABLE \"?TIMEOUT\\(absolute\\)\"? \"?([0-9]+(?:\\.[0-9]+)?)\"?");

    private final SocketAddress service;
    private final Guard guard;

    AgiExchange(SocketAddress service, Guard guard) {
        this.service = service;
        this.guard = guard;
    }

    /**
     * Asks and answers until the service closes.
     *
     * @throws IOException if the service cannot be reached, or the connection breaks or outlives its time
     */
    void run(byte[] request, Duration time, Replies reply) throws IOException {
        SocketChannel channel = SocketChannel.open();
        guard.allow(channel, time);
        try (channel) {
            channel.connect(service);
            write(channel, request);
            converse(channel, reply);
        } finally {
            guard.release(channel);
        }
    }

    private void converse(SocketChannel channel, Replies reply) throws IOException {
        ByteBuffer in = ByteBuffer.allocate(ROOM);
        int begin = 0;
        while (channel.read(in) >= 0) {
            for (int end = lineEnd(in, begin); end >= 0; end = lineEnd(in, begin)) {
                String command = text(in, begin, end);
                rearm(channel, command);
                String answer = reply.to(command);
                if (answer == null) {
                    return;
                }
                write(channel, answer.getBytes(StandardCharsets.US_ASCII));
                begin = end + 1;
            }
            begin = compact(in, begin);
        }
        if (in.position() > begin) {
            reply.to(text(in, begin, in.position()));
        }
    }

    /** The service sets the call's absolute timeout before each step of a dialogue, as it would on a real channel. */
    private void rearm(SocketChannel channel, String command) {
        Matcher timeout = TIMEOUT.matcher(command);
        if (timeout.matches()) {
            guard.allow(channel, Duration.ofMillis(Math.round(Double.parseDouble(timeout.group(1)) * 1000)));
        }
    }

    private static int lineEnd(ByteBuffer in, int from) {
        for (int i = from; i < in.position(); i++) {
            if (in.get(i) == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static int compact(ByteBuffer in, int begin) throws IOException {
        in.limit(in.position()).position(begin);
        in.compact();
        if (!in.hasRemaining()) {
            throw new IOException("the service sent a command of more than " + ROOM + " characters");
        }
        return 0;
    }

    private static String text(ByteBuffer in, int begin, int end) {
        return new String(in.array(), begin, end - begin, StandardCharsets.ISO_8859_1);
    }

    private static void write(SocketChannel channel, byte[] bytes) throws IOException {
        ByteBuffer out = ByteBuffer.wrap(bytes);
        while (out.hasRemaining()) {
            channel.write(out);
        }
    }
}
