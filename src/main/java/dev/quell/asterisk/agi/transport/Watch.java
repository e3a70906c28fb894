package dev.quell.asterisk.agi.transport;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** All open connections. One thread looks at them again and again and closes those whose time is over, so that no read needs a timer of its own. */
final class Watch {

    private static final Duration LOOK = Duration.ofMillis(20);

    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private volatile boolean over;

    Watch() {
        Thread.ofPlatform().daemon().name("agi-watch").start(this::look);
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
            long now = System.nanoTime();
            open.removeIf(connection -> connection.expire(now));
        }
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
