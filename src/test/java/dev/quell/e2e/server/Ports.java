package dev.quell.e2e.server;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Ports of this machine that nobody uses, below those that the kernel gives out by itself. */
public final class Ports {

    private static final int FIRST = 11_000;
    private static final int LAST = 19_999;
    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(FIRST, LAST));

    private static final int FIRST_MEDIA = 6_000;
    private static final int MEDIA_PLACES = 1_000;
    private static final int MEDIA_PLACE = 4;
    private static final AtomicInteger MEDIA =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(MEDIA_PLACES));

    private Ports() {}

    /** Where a SIPp process finds the audio ports that it binds, used or not; each gets a place of its own that nobody else has. */
    public static int media() {
        for (int tries = 0; tries < MEDIA_PLACES; tries++) {
            int port = FIRST_MEDIA + MEDIA_PLACE * Math.floorMod(MEDIA.getAndIncrement(), MEDIA_PLACES);
            if (IntStream.range(port, port + MEDIA_PLACE).allMatch(Ports::isFree)) {
                return port;
            }
        }
        throw new IllegalStateException("no free audio ports from " + FIRST_MEDIA + " on");
    }

    /** One port, free for TCP and UDP, that was not given out before by this JVM unless all were. */
    public static int free() {
        for (int tries = FIRST; tries < LAST; tries++) {
            int port = NEXT.updateAndGet(last -> last >= LAST ? FIRST : last + 1);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port between " + FIRST + " and " + LAST);
    }

    private static boolean isFree(int port) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try (ServerSocket tcp = new ServerSocket();
                DatagramSocket udp = new DatagramSocket(null)) {
            tcp.bind(address);
            udp.bind(address);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
