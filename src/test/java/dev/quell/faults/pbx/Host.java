package dev.quell.faults.pbx;

import dev.quell.load.FakeAsterisk;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;

/** One of the services that an Asterisk may ask, with the dialplan's breaker for it. Many threads may ask. */
final class Host implements AutoCloseable {

    private final FakeAsterisk line;
    private final long openNanos;
    private volatile long openUntil;
    private volatile boolean open;

    Host(int agiPort, int httpPort, String server, String token, Duration breaker) {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        this.line = new FakeAsterisk(
                new InetSocketAddress(loopback, agiPort), new InetSocketAddress(loopback, httpPort), server, token);
        this.openNanos = breaker.toNanos();
    }

    FakeAsterisk line() {
        return line;
    }

    /** Whether it may be asked; the call that finds the breaker's time over renews it and tries. */
    synchronized boolean admits() {
        if (!open) {
            return true;
        }
        if (System.nanoTime() - openUntil < 0) {
            return false;
        }
        trip();
        return true;
    }

    /** Whether it may be asked when all others have failed: its breaker is closed, or its last failure is longer ago than a tenth of the breaker's time. */
    synchronized boolean admitsAfterAll() {
        if (open && System.nanoTime() - openUntil < openNanos / 10 - openNanos) {
            return false;
        }
        if (open) {
            trip();
        }
        return true;
    }

    /** Whether it is worth telling: the breaker is closed, or its time is over. */
    boolean tellable() {
        return !open || System.nanoTime() - openUntil >= 0;
    }

    synchronized void trip() {
        open = true;
        openUntil = System.nanoTime() + openNanos;
    }

    synchronized void answered() {
        open = false;
    }

    @Override
    public void close() {
        line.close();
    }
}
