package dev.quell.e2e.phone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A phone's mouth, fingers and ear: one RTP endpoint (RFC 3550) that sends A-law and telephone events (RFC 4733) and keeps what comes. */
final class Voice implements AutoCloseable {

    private static final int PACKET_MS = 20;
    private static final ScheduledExecutorService CLOCK = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().daemon().name("voice").factory());

    private final DatagramSocket socket;
    private final Ear ear = new Ear();
    private final RtpStream stream = new RtpStream();
    private final Queue<byte[]> keys = new ArrayDeque<>();
    private final Supplier<OptionalInt> call;
    private final ScheduledFuture<?> beat;
    private OptionalInt far = OptionalInt.empty();
    private Sound sound;
    private int position;
    private int beats;
    private Duration sent = Duration.ZERO;

    /**
     * Opens a port.
     *
     * @param first what is said until something else is
     * @param call the far end's audio port on this machine while the phone is in a call; asked ten times a second
     */
    Voice(Sound first, Supplier<OptionalInt> call) {
        this.sound = first;
        this.call = call;
        try {
            socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException e) {
            throw new UncheckedIOException("no free UDP port for audio", e);
        }
        Thread.ofVirtual().start(this::listen);
        beat = CLOCK.scheduleAtFixedRate(this::send, 0, PACKET_MS, TimeUnit.MILLISECONDS);
    }

    int port() {
        return socket.getLocalPort();
    }

    Ear ear() {
        return ear;
    }

    /** What is said from now on, again and again. */
    synchronized void say(Sound next) {
        sound = next;
        position = 0;
    }

    /** Presses keys one after another, each 100 ms, with pauses of 100 ms. */
    synchronized void press(String digits) {
        digits.chars().forEach(digit -> keys.addAll(stream.key((char) digit)));
    }

    /** How much sound was sent so far. */
    synchronized Duration sent() {
        return sent;
    }

    private synchronized void send() {
        if (beats++ % 5 == 0) {
            far = call.get();
        }
        if (far.isEmpty()) {
            return;
        }
        byte[] key = keys.poll();
        byte[] packet = key == null ? speak() : stream.stamp(key);
        if (packet.length == 0 || socket.isClosed()) {
            return;
        }
        sent = sent.plusMillis(PACKET_MS);
        try {
            socket.send(new DatagramPacket(packet, packet.length, InetAddress.getLoopbackAddress(), far.getAsInt()));
        } catch (IOException e) {
            stream.lost();
        }
    }

    private byte[] speak() {
        byte[] codes = sound.codes();
        if (codes.length == 0) {
            return stream.skip();
        }
        byte[] payload = new byte[PACKET_MS * 8];
        for (int i = 0; i < payload.length; i++) {
            payload[i] = codes[position];
            position = (position + 1) % codes.length;
        }
        return stream.audio(payload);
    }

    private void listen() {
        byte[] buffer = new byte[2048];
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        while (!socket.isClosed()) {
            try {
                packet.setLength(buffer.length);
                socket.receive(packet);
                if (RtpStream.isAudio(buffer, packet.getLength())) {
                    ear.hear(buffer, RtpStream.HEADER, packet.getLength() - RtpStream.HEADER);
                }
            } catch (IOException e) {
                // The port is closed when the call is over, or the far end's is; the loop's condition tells them apart.
                stream.lost();
            }
        }
    }

    @Override
    public synchronized void close() {
        beat.cancel(false);
        socket.close();
    }
}
