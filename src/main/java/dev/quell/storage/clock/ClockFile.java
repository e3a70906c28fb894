package dev.quell.storage.clock;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an instance remembers of the time over a restart: the file {@code clock} in the data directory. Without it any clock is believed. */
public final class ClockFile {

    private static final Logger log = LoggerFactory.getLogger(ClockFile.class);
    private static final int NUMBERS = 3;

    private final Path file;
    private boolean failed;

    public ClockFile(Path directory) {
        this.file = directory.resolve("clock");
    }

    /**
     * What is remembered.
     *
     * @param latest the last moment that was believed
     * @param doubted for how long the service has run with a clock that is too far ahead
     * @param patience after so long it is believed; zero if the clock is believed
     */
    public record Kept(Instant latest, Duration doubted, Duration patience) {}

    /** What was kept; empty if nothing is, or nobody can read it. */
    public Optional<Kept> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            String[] numbers = Files.readString(file).strip().split(" ", -1);
            if (numbers.length == NUMBERS) {
                return Optional.of(new Kept(
                        Instant.ofEpochMilli(Long.parseLong(numbers[0])),
                        Duration.ofMillis(Long.parseLong(numbers[1])),
                        Duration.ofMillis(Long.parseLong(numbers[2]))));
            }
            log.warn("{} holds no time; the clock is believed", file);
        } catch (IOException | NumberFormatException e) {
            log.warn("{} cannot be read, the clock is believed: {}", file, e.toString());
        }
        return Optional.empty();
    }

    /** Keeps it, also over a power failure. What cannot be written is told once. */
    public void write(Kept kept) {
        Path next = file.resolveSibling("clock.next");
        String line = kept.latest().toEpochMilli() + " " + kept.doubted().toMillis() + " "
                + kept.patience().toMillis() + "\n";
        try {
            try (FileChannel channel = FileChannel.open(
                    next, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            failed = false;
        } catch (IOException e) {
            if (!failed) {
                log.warn("{} cannot be written, look at the disk and the folder's rights: {}", file, e.toString());
            }
            failed = true;
        }
    }

    Path path() {
        return file;
    }
}
