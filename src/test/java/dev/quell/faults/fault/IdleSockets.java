package dev.quell.faults.fault;

import dev.quell.faults.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/** Ten thousand connections to the FastAGI port that say nothing, or half a request; those that the service closes are opened again. */
public final class IdleSockets implements Fault {

    private static final int SOCKETS = 10_000;
    private static final Duration ROUND = Duration.ofMillis(300);
    /** More at a time than a process may have files. */
    private static final Semaphore ONE = new Semaphore(1);

    private static final byte[] HALF =
            "agi_network: yes\nagi_network_script: screen\nagi_request: agi://127".getBytes(StandardCharsets.US_ASCII);

    private final List<SocketChannel> open = new ArrayList<>();
    private volatile boolean over;
    private Thread holder = new Thread();

    @Override
    public void begin(World world, Random random) {
        ONE.acquireUninterruptibly();
        InetSocketAddress port = new InetSocketAddress(
                InetAddress.getLoopbackAddress(), world.service().agiPort());
        fill(port);
        holder = Thread.ofPlatform().daemon().name("idle-sockets").start(() -> {
            while (!over) {
                LockSupport.parkNanos(ROUND.toNanos());
                dropClosed();
                fill(port);
            }
        });
    }

    private void fill(InetSocketAddress port) {
        while (open.size() < SOCKETS && !over) {
            try {
                SocketChannel channel = SocketChannel.open();
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
                channel.connect(port);
                if (open.size() % 2 == 0) {
                    channel.write(ByteBuffer.wrap(HALF));
                }
                channel.configureBlocking(false);
                open.add(channel);
            } catch (IOException e) {
                // The service's queue is full for now: the next round tries again.
                return;
            }
        }
    }

    private void dropClosed() {
        ByteBuffer some = ByteBuffer.allocate(256);
        open.removeIf(channel -> {
            try {
                if (channel.read(some.clear()) >= 0) {
                    return false;
                }
                channel.close();
                return true;
            } catch (IOException e) {
                return true;
            }
        });
    }

    @Override
    public Duration lasts(Random random) {
        return Duration.ofMillis(1500 + random.nextInt(1500));
    }

    @Override
    public void end(World world) {
        over = true;
        try {
            holder.join();
            for (SocketChannel channel : open) {
                channel.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            ONE.release();
        }
    }
}
