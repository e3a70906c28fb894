package dev.quell.storage.journal.segment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * One file of the journal, used over and over. It is filled with zeros when it is made, so that a record changes no more than the file's content and
 * {@code fdatasync} has no metadata to write. Its header, {@value #HEADER} bytes: magic, generation, the first record's number, CRC-32C.
 */
final class Segment implements AutoCloseable {

    static final int HEADER = 64;
    private static final long MAGIC = 0x5155454c_4c4a0001L;
    private static final int HEADER_WORDS = 24;

    private final Path file;
    private final FileChannel channel;
    private final int size;
    private boolean used;
    private boolean recovered;
    private long first;
    private volatile long last;
    private volatile int end = HEADER;
    private volatile boolean sealed;

    private Segment(Path file, FileChannel channel, int size) {
        this.file = file;
        this.channel = channel;
        this.size = size;
    }

    /** Opens a file, and fills it up with zeros if it is shorter than it should be. */
    static Segment open(Path file, int size, ChannelOpener opener) throws IOException {
        FileChannel channel = opener.open(file);
        try {
            fill(channel, size);
            return new Segment(file, channel, Math.toIntExact(channel.size()));
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static void fill(FileChannel channel, int size) throws IOException {
        long from = channel.size();
        if (from >= size) {
            return;
        }
        ByteBuffer zeros = ByteBuffer.allocateDirect(1 << 20);
        while (from < size) {
            zeros.clear().limit((int) Math.min(zeros.capacity(), size - from));
            from += channel.write(zeros, from);
        }
        channel.force(true);
    }

    /**
     * Begins anew, with no record yet; durable with the first one.
     *
     * @param generation higher than that of any segment before
     */
    void begin(long generation, long firstSequence) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER + Frame.TERMINATOR);
        header.putLong(MAGIC).putLong(generation).putLong(firstSequence);
        write(header.putInt(checksum(header)).clear(), 0);
        use(firstSequence, firstSequence - 1, HEADER);
        sealed = false;
    }

    private static int checksum(ByteBuffer header) {
        CRC32C sum = new CRC32C();
        sum.update(header.duplicate().clear().limit(HEADER_WORDS));
        return (int) sum.getValue();
    }

    /** What the header says; null if it is damaged or was never written. */
    @Nullable
    Head head() throws IOException {
        ByteBuffer header = read(0, HEADER);
        boolean ours = header.getLong(0) == MAGIC && header.getInt(HEADER_WORDS) == checksum(header);
        return ours ? new Head(header.getLong(8), header.getLong(16)) : null;
    }

    /**
     * A segment's header.
     *
     * @param generation which use of a segment this was, over all segments
     * @param first the number of the first record
     */
    record Head(long generation, long first) {}

    /** Takes over what was found in the file. */
    void found(long firstSequence, long lastSequence, int endOfRecords) {
        use(firstSequence, lastSequence, endOfRecords);
        recovered = true;
        sealed = true;
    }

    /** Whether it was found at the opening: what is missing in it was told then. */
    boolean isRecovered() {
        return recovered;
    }

    private void use(long firstSequence, long lastSequence, int endOfRecords) {
        first = firstSequence;
        last = lastSequence;
        end = endOfRecords;
        used = true;
        recovered = false;
    }

    /** Nothing in it is needed any more. */
    void free() {
        used = false;
    }

    boolean isUsed() {
        return used;
    }

    /** Whether so many bytes and the terminator fit behind others that end at a place. */
    boolean holds(int place, int bytes) {
        return bytes <= size - Frame.TERMINATOR - place;
    }

    void write(ByteBuffer bytes, int at) throws IOException {
        long place = at;
        while (bytes.hasRemaining()) {
            place += channel.write(bytes, place);
        }
    }

    /** Waits until what was written is on the disk. */
    void force() throws IOException {
        channel.force(false);
    }

    /** What was written is durable: those who read may go so far. */
    void published(long lastSequence, int endOfRecords) {
        last = lastSequence;
        end = endOfRecords;
    }

    /** Nothing more will be written behind what is published. */
    void seal() {
        sealed = true;
    }

    boolean isSealed() {
        return sealed;
    }

    long first() {
        return first;
    }

    long last() {
        return last;
    }

    int end() {
        return end;
    }

    int size() {
        return size;
    }

    Path file() {
        return file;
    }

    /** What lies between two places, index 0 at the first. */
    ByteBuffer read(int from, int to) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(to - from);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, (long) from + bytes.position()) < 0) {
                break;
            }
        }
        return bytes.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
