package dev.quell.e2e.server;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Ports of this machine that nobody uses, below those that the kernel gives out by itself. Between the look at a port and the moment when a program binds it lie
 * seconds: so each JVM has blocks of ports of its own, which it locks as long as it lives, and gives no port twice unless all were given.
 */
public final class Ports {

    private static final int FIRST = 11_000;
    private static final int BLOCKS = 90;
    private static final int BLOCK = 100;
    private static final Path LOCKS = Path.of(System.getProperty("java.io.tmpdir"), "quell-ports");

    /** The files whose locks this JVM has; closed, they would be free. */
    private static final Map<Integer, FileChannel> OWN = new HashMap<>();

    private static int nextBlock = ThreadLocalRandom.current().nextInt(BLOCKS);
    private static int next;
    private static int left;

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
    public static synchronized int free() {
        for (int tries = 0; tries < 2 * BLOCKS * BLOCK; tries++) {
            if (left == 0) {
                takeBlock();
            }
            left--;
            int port = next++;
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port between " + FIRST + " and " + (FIRST + BLOCKS * BLOCK));
    }

    /** The next block that no other JVM has; any if there is none. */
    private static void takeBlock() {
        int block = nextBlock;
        for (int tries = 0; tries < BLOCKS; tries++) {
            block = nextBlock;
            nextBlock = (nextBlock + 1) % BLOCKS;
            if (lock(block)) {
                break;
            }
        }
        next = FIRST + block * BLOCK;
        left = BLOCK;
    }

    private static boolean lock(int block) {
        if (OWN.containsKey(block)) {
            return false;
        }
        try {
            Files.createDirectories(LOCKS);
            FileChannel file = FileChannel.open(
                    LOCKS.resolve("block-" + block), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (file.tryLock() == null) {
                file.close();
                return false;
            }
            OWN.put(block, file);
            return true;
        } catch (IOException e) {
            // Another user's.
            return false;
        }
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
