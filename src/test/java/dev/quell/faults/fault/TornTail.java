package dev.quell.faults.fault;

import dev.quell.faults.world.World;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The service is killed, and what a power failure leaves of a write in hand stands behind the last whole record of each journal segment and at the end of
 * SQLite's log: bytes that mean nothing. What was promised lies before them.
 */
public final class TornTail implements Fault {

    /** Where a segment's header tells the first record's number, and where that record begins. */
    private static final int FIRST = 16;

    private static final int HEADER = 64;
    /** What a record has before its payload: length, checksum, number, kind. */
    private static final int HEAD = 20;

    private static final int LONGEST_PAYLOAD = 0xffff;
    private static final int ALIGNMENT = 8;
    private static final int LONGEST = 3000;

    @Override
    public void begin(World world, Random random) {
        world.service().kill();
        Path data = world.service().data();
        try {
            Path wal = data.resolve("quell.db-wal");
            if (Files.exists(wal)) {
                write(wal, Files.size(wal), garbage(random));
            }
            Path journal = data.resolve("journal");
            if (Files.isDirectory(journal)) {
                tearSegments(journal, random);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void tearSegments(Path journal, Random random) throws IOException {
        try (Stream<Path> segments = Files.list(journal)) {
            for (Path segment : segments.toList()) {
                long end = behindTheLast(segment);
                write(segment, end, cut(garbage(random), Files.size(segment) - end));
            }
        }
    }

    /** Where the first record would begin that is not there; what lies behind it is of an earlier use of the file. */
    private static long behindTheLast(Path segment) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(segment.toFile(), "r")) {
            file.seek(FIRST);
            long number = file.readLong();
            long at = HEADER;
            while (at + HEAD < file.length()) {
                file.seek(at);
                int length = file.readInt();
                file.readInt();
                if (length <= 0 || length > LONGEST_PAYLOAD || file.readLong() != number) {
                    return at;
                }
                number++;
                at += (HEAD + length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
            }
            return at;
        }
    }

    private static byte[] garbage(Random random) {
        byte[] bytes = new byte[1 + random.nextInt(LONGEST)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] cut(byte[] bytes, long room) {
        return Arrays.copyOf(bytes, (int) Math.max(0, Math.min(bytes.length, room)));
    }

    private static void write(Path file, long at, byte[] bytes) throws IOException {
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.seek(at);
            out.write(bytes);
        }
    }

    @Override
    public Duration lasts(Random random) {
        return Duration.ofMillis(50);
    }

    @Override
    public void end(World world) {
        world.service().launch();
    }
}
