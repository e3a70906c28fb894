package dev.quell.e2e.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Watches whether the machine itself stands still: a thread that wakes every few milliseconds and waits for the disk now and then, one for all who watch.
 * What takes longer than that on such a machine says nothing about the service.
 *
 * @param since the moment from which on it is watched, as {@link System#nanoTime()} gives it
 */
public record Standstill(long since) {

    /** From here on calls may have gone on without a verdict by that alone. */
    private static final Duration MUCH = Duration.ofMillis(100);

    private static final Duration NAP = Duration.ofMillis(5);
    private static final int NAPS_A_WRITE = 10;

    /** The ends of the naps that took too long, and by how much. */
    private static final NavigableMap<Long, Duration> STOOD = new ConcurrentSkipListMap<>();

    private static volatile long napBegan = System.nanoTime();

    static {
        Thread.ofPlatform().daemon().name("standstill").start(Standstill::look);
    }

    /** Watches from now on. */
    public static Standstill watch() {
        return new Standstill(System.nanoTime());
    }

    /** The longest that it stood still so far, until now if it still does. */
    public Duration longest() {
        Duration now = Duration.ofNanos(System.nanoTime() - Math.max(napBegan, since));
        return STOOD.tailMap(since).values().stream().reduce(now, Standstill::longer);
    }

    /** Whether it did for so long that calls may have gone on without a verdict by that alone. */
    public boolean excuses() {
        return longest().compareTo(MUCH) > 0;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static void look() {
        try (FileChannel disk =
                FileChannel.open(probe(), StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
            for (int nap = 1; ; nap = nap % NAPS_A_WRITE + 1) {
                napBegan = System.nanoTime();
                LockSupport.parkNanos(NAP.toNanos());
                if (nap == NAPS_A_WRITE) {
                    disk.write(ByteBuffer.allocate(64), 0);
                    disk.force(false);
                }
                Duration late = Duration.ofNanos(System.nanoTime() - napBegan).minus(NAP);
                if (late.compareTo(MUCH) > 0) {
                    STOOD.put(System.nanoTime(), late);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path probe() throws IOException {
        Path folder = Path.of(System.getProperty("quell.basedir", ".")).resolve("target");
        return Files.createTempFile(Files.createDirectories(folder), "standstill", "");
    }
}
