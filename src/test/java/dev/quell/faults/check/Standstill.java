package dev.quell.faults.check;

import dev.quell.faults.world.AppImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Watches whether the machine itself stands still: a thread that wakes every few milliseconds and waits for the disk now and then. What takes longer than
 * that on such a machine says nothing about the service.
 */
public final class Standstill implements AutoCloseable {

    /** From here on the machine is to blame. */
    private static final Duration MUCH = Duration.ofMillis(100);

    private static final Duration NAP = Duration.ofMillis(5);
    private static final int NAPS_A_WRITE = 10;

    private final Path file;
    private final Thread watch;
    private volatile boolean over;
    private volatile long longest;

    private Standstill(Path file) {
        this.file = file;
        this.watch = Thread.ofPlatform().daemon().name("standstill").start(this::look);
    }

    /** Watches from now on. */
    public static Standstill watch() {
        try {
            return new Standstill(Files.createTempFile(Files.createDirectories(AppImage.base()), "probe", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The longest that it stood still so far. */
    public Duration longest() {
        return Duration.ofNanos(longest);
    }

    /** Whether it did for so long that calls may have gone on without a verdict by that alone. */
    public boolean excuses() {
        return longest().compareTo(MUCH) > 0;
    }

    private void look() {
        try (FileChannel disk = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
            for (int nap = 1; !over; nap++) {
                long began = System.nanoTime();
                LockSupport.parkNanos(NAP.toNanos());
                if (nap % NAPS_A_WRITE == 0) {
                    disk.write(ByteBuffer.allocate(64), 0);
                    disk.force(false);
                }
                longest = Math.max(longest, System.nanoTime() - began - NAP.toNanos());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        over = true;
        try {
            watch.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
