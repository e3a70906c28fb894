package dev.quell.faults.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One connection through a {@link TcpProxy}: two sockets and a thread each way. */
final class Link {

    private static final long LOOK_NANOS = 2_000_000;
    private static final long SECOND_NANOS = 1_000_000_000;

    private final Socket near;
    private final int target;
    private final Supplier<Weather> weather;
    private final Consumer<Link> gone;
    private final AtomicLong budget;
    private volatile Socket far = new Socket();
    private volatile boolean over;

    Link(Socket near, int target, Supplier<Weather> weather, Consumer<Link> gone) {
        this.near = near;
        this.target = target;
        this.weather = weather;
        this.gone = gone;
        this.budget = new AtomicLong(weather.get() instanceof Weather.CutAfter(long bytes) ? bytes : Long.MAX_VALUE);
    }

    void start() {
        Thread.ofVirtual().name("link-up").start(this::connect);
    }

    private void connect() {
        try {
            near.setTcpNoDelay(true);
            far = new Socket(InetAddress.getLoopbackAddress(), target);
            far.setTcpNoDelay(true);
            if (over) {
                far.close();
                return;
            }
            Thread.ofVirtual().name("link-down").start(() -> pump(far, near, true));
            pump(near, far, false);
        } catch (IOException e) {
            // Nobody is at the far end: the near one sees a connection that ends at once, as through any relay.
            reset();
        }
    }

    private void pump(Socket from, Socket to, boolean counted) {
        byte[] buffer = new byte[16_384];
        try {
            for (int n = from.getInputStream().read(buffer);
                    n >= 0;
                    n = from.getInputStream().read(buffer)) {
                carry(buffer, n, to, counted);
            }
            hold(0);
            to.shutdownOutput();
        } catch (IOException e) {
            close();
            return;
        }
        if (from.isInputShutdown() || to.isOutputShutdown() && near.isOutputShutdown() && far.isOutputShutdown()) {
            close();
        }
    }

    private void carry(byte[] bytes, int n, Socket to, boolean counted) throws IOException {
        if (hold(n)) {
            return;
        }
        long left = counted ? budget.getAndAdd(-n) : Long.MAX_VALUE;
        to.getOutputStream().write(bytes, 0, (int) Math.max(0, Math.min(n, left)));
        if (left < n) {
            reset();
            throw new IOException("cut");
        }
    }

    /** Waits as the weather says; whether the data is to be thrown away. */
    private boolean hold(int bytes) throws IOException {
        long began = System.nanoTime();
        while (!over) {
            long waited = System.nanoTime() - began;
            switch (weather.get()) {
                case Weather.BlackHole _ -> {
                    return true;
                }
                case Weather.Freeze _ -> LockSupport.parkNanos(LOOK_NANOS);
                case Weather.Delay(var by) when waited < by.toNanos() -> LockSupport.parkNanos(LOOK_NANOS);
                case Weather.Throttle(int rate)
                when waited < bytes * SECOND_NANOS / rate -> LockSupport.parkNanos(LOOK_NANOS);
                default -> {
                    return false;
                }
            }
        }
        throw new IOException("the link is over");
    }

    /** Ends it with a reset both ways. */
    void reset() {
        try {
            near.setSoLinger(true, 0);
            far.setSoLinger(true, 0);
        } catch (IOException e) {
            // Closed already by its own end.
            over = true;
        }
        close();
    }

    void close() {
        over = true;
        gone.accept(this);
        closeQuietly(near);
        closeQuietly(far);
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
