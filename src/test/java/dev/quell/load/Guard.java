package dev.quell.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** The dialplan's guard: closes connections whose time is over. One thread looks at all of them every few milliseconds, so that a call costs no timer. */
final class Guard implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(5);

    private final Map<SocketChannel, Long> deadlines = new ConcurrentHashMap<>();
    private volatile boolean closed;

    Guard() {
        Thread.ofPlatform().daemon().name("guard").start(this::watch);
    }

    /** Lets a connection live for so long; a second call sets a new end. */
    void allow(SocketChannel channel, Duration time) {
        deadlines.put(channel, System.nanoTime() + time.toNanos());
    }

    /** Forgets a connection. */
    void release(SocketChannel channel) {
        deadlines.remove(channel);
    }

    private void watch() {
        while (!closed) {
            LockSupport.parkNanos(LOOK.toNanos());
            long now = System.nanoTime();
            deadlines.forEach((channel, deadline) -> {
                if (deadline - now <= 0) {
                    shut(channel);
                }
            });
        }
    }

    private void shut(SocketChannel channel) {
        try {
            deadlines.remove(channel);
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
