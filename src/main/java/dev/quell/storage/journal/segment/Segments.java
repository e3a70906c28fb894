package dev.quell.storage.journal.segment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The segments of a directory: those in use, in the order of their records, and those that are free. Safe for many threads. */
public final class Segments implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Segments.class);

    private final Path directory;
    private final int size;
    private final int count;
    private final ChannelOpener opener;
    private final List<Segment> all = new ArrayList<>();
    private long generation;

    private Segments(Path directory, int size, int count, ChannelOpener opener) {
        this.directory = directory;
        this.size = size;
        this.count = count;
        this.opener = opener;
    }

    /**
     * Opens what a directory holds, with none of it in use yet, and makes the first segment if there is none.
     *
     * @param size bytes of a segment
     * @param count how many segments there may be
     */
    public static Segments open(Path directory, int size, int count, ChannelOpener opener) throws IOException {
        Segments segments = new Segments(directory, size, count, opener);
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(Segments::isSegment).sorted().toList()) {
                segments.all.add(Segment.open(file, 0, opener));
            }
        }
        return segments;
    }

    private static boolean isSegment(Path file) {
        return file.getFileName().toString().matches("segment-[0-9]+");
    }

    /** All there are. */
    synchronized List<Segment> all() {
        return List.copyOf(all);
    }

    synchronized boolean isEmpty() {
        return all.isEmpty();
    }

    /**
     * Makes one more segment if there are fewer than there may be.
     *
     * @return whether there are more to be made
     */
    public boolean prepareOne() throws IOException {
        Path file;
        synchronized (this) {
            if (all.size() >= count) {
                return false;
            }
            file = unusedName();
        }
        Segment made = make(file);
        synchronized (this) {
            all.add(made);
            return all.size() < count;
        }
    }

    private Path unusedName() {
        int n = 1;
        while (taken(directory.resolve("segment-" + n))) {
            n++;
        }
        return directory.resolve("segment-" + n);
    }

    private boolean taken(Path file) {
        return all.stream().anyMatch(each -> each.file().equals(file));
    }

    private Segment make(Path file) throws IOException {
        try {
            Segment made = Segment.open(file, size, opener);
            OwnerOnly.force(directory);
            return made;
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** A free segment begun anew for records from a number on; null if none is free. */
    synchronized @Nullable Segment begin(long firstSequence) throws IOException {
        for (Segment each : all) {
            if (!each.isUsed()) {
                each.begin(++generation, firstSequence);
                return each;
            }
        }
        return null;
    }

    /** The oldest segment that has, or may yet have, records behind a number; null if there is none. */
    synchronized @Nullable Segment oldestBehind(long sequence) {
        return all.stream()
                .filter(Segment::isUsed)
                .filter(each -> !each.isSealed() || each.last() > sequence)
                .min(Comparator.comparingLong(Segment::first))
                .orElse(null);
    }

    /** The highest generation that was found. */
    synchronized void generation(long highest) {
        generation = highest;
    }

    synchronized long generation() {
        return generation;
    }

    /** Nothing up to a number is needed any more. A segment of another size than the present one is let go. */
    void free(long sequence) {
        free(sequence, null);
    }

    /**
     * Nothing up to a number is needed any more.
     *
     * @param held the segment that is being read, which is not given to be begun anew under the reader's hands
     */
    synchronized void free(long sequence, @Nullable Segment held) {
        for (Segment each : List.copyOf(all)) {
            if (!each.equals(held) && each.isUsed() && each.isSealed() && each.last() <= sequence) {
                each.free();
            }
            if (!each.isUsed() && each.size() != size) {
                remove(each);
            }
        }
    }

    private void remove(Segment odd) {
        all.remove(odd);
        try (odd) {
            Files.deleteIfExists(odd.file());
        } catch (IOException e) {
            log.warn("{} could not be removed: {}", odd.file(), e.getMessage());
        }
    }

    /** How many bytes there may be of all segments. */
    public long bytesAtMost() {
        return (long) size * count;
    }

    /** How many bytes hold records that are still needed. */
    public synchronized long bytesUsed() {
        return all.stream().filter(Segment::isUsed).mapToLong(Segment::end).sum();
    }

    @Override
    public synchronized void close() throws IOException {
        for (Segment each : all) {
            each.close();
        }
    }
}
