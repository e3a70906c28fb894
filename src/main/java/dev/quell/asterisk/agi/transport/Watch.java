package dev.quell.asterisk.agi.transport;

import dev.quell.jobs.Jobs;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** All open connections. One thread looks at them again and again and closes those whose time is over, so that no read needs a timer of its own. */
final class Watch {

    private static final Duration LOOK = Duration.ofMillis(20);

    /** Between two looks: longer, and the process stood still. Asterisk may have given up what it had asked. */
    private static final Duration STOOD_STILL = Duration.ofMillis(500);

    /** How long what was asked meanwhile is still being worked off. */
    private static final Duration AFTERWARDS = Duration.ofSeconds(5);

    private final LongSupplier nanos;
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private volatile boolean over;
    private volatile long lookedAt;
    private volatile long wokenAt;

    Watch() {
        this(System::nanoTime);
    }

    /** @param nanos the time as {@link System#nanoTime()} gives it */
    Watch(LongSupplier nanos) {
        this.nanos = nanos;
        this.lookedAt = nanos.getAsLong();
        this.wokenAt = lookedAt - AFTERWARDS.toNanos();
        Thread.ofPlatform().daemon().name("agi-watch").start(Jobs.loop("agi-watch", this::look));
    }

    void add(Connection connection) {
        open.add(connection);
    }

    void remove(Connection connection) {
        open.remove(connection);
    }

    private void look() {
        while (!over) {
            LockSupport.parkNanos(LOOK.toNanos());
            long now = nanos.getAsLong();
            if (now - lookedAt > STOOD_STILL.toNanos()) {
                wokenAt = now;
            }
            lookedAt = now;
            open.removeIf(connection -> connection.expire(now));
        }
    }

    /** Whether the process stood still just now: stopped, swapped out, starved. */
    boolean stoodStill() {
        long now = nanos.getAsLong();
        return now - lookedAt > STOOD_STILL.toNanos() || now - wokenAt < AFTERWARDS.toNanos();
    }

    /** How many calls are being served. */
    long served() {
        return open.stream().filter(Connection::isServed).count();
    }

    /** Waits until no call is being served or the time is over; then closes every connection. Returns how many calls were cut off. */
    long close(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (served() > 0 && end - System.nanoTime() > 0) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
        over = true;
        long cut = served();
        open.forEach(Connection::cut);
        return cut;
    }
}
