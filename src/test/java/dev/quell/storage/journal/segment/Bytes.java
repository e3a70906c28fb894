package dev.quell.storage.journal.segment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A small journal of texts, and what is found of it at the next opening. */
final class Bytes implements AutoCloseable {

    static final int SIZE = 4096;

    private final Segments segments;
    private final JournalWriter writer;

    private Bytes(Segments segments, Recovered found, WriterListener listener) {
        this.segments = segments;
        this.writer = new JournalWriter(segments, found.lastSequence(), 100, listener);
    }

    /** Opens a directory of which everything up to a number was taken in; has at least one segment, and as many as it may if asked. */
    static Bytes open(Path directory, int count, long taken, ChannelOpener opener) throws IOException {
        Segments segments = Segments.open(directory, SIZE, count, opener);
        Recovered found = Recovery.of(segments, taken);
        while (segments.prepareOne()) {
            Thread.onSpinWait();
        }
        return new Bytes(segments, found, new Silence());
    }

    static Bytes open(Path directory) throws IOException {
        return open(directory, 3, 0, OwnerOnly::file);
    }

    Segments segments() {
        return segments;
    }

    CompletableFuture<Void> append(String text) {
        return submit(text).done();
    }

    Append submit(String text) {
        Append append = record(text);
        writer.submit(append);
        return append;
    }

    /** Two records that belong together. */
    List<Append> pair(String first, String then) {
        List<Append> both = List.of(record(first), record(then));
        writer.submit(both.getFirst(), both.getLast());
        return both;
    }

    private static Append record(String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        return new Append((byte) 7, payload, payload.length);
    }

    /** What a reader finds that has taken in everything up to a number. */
    List<String> read(long taken) throws IOException {
        return read(segments, taken);
    }

    /** A reader that has taken in nothing, to be used on and on as the taking-in does. */
    JournalReader reader() {
        return new JournalReader(segments, 0);
    }

    /** What one reader finds now, and has taken in then. */
    static List<String> take(JournalReader reader) throws IOException {
        List<String> found = new ArrayList<>();
        for (List<JournalRecord> batch = reader.next(2); !batch.isEmpty(); batch = reader.next(2)) {
            batch.forEach(record -> found.add(record.sequence() + "=" + text(record.payload())));
            reader.taken();
        }
        return found;
    }

    private static List<String> read(Segments segments, long taken) throws IOException {
        return take(new JournalReader(segments, taken));
    }

    private static String text(ByteBuffer payload) {
        return StandardCharsets.UTF_8.decode(payload.duplicate()).toString();
    }

    /** What is found in a directory at the next opening. */
    static Found reopen(Path directory, long taken) throws IOException {
        try (Segments segments = Segments.open(directory, SIZE, 3, OwnerOnly::file)) {
            Recovered recovered = Recovery.of(segments, taken);
            return new Found(recovered, read(segments, taken));
        }
    }

    /** What was told and what was read. */
    record Found(Recovered told, List<String> records) {}

    @Override
    public void close() throws IOException {
        writer.close();
        segments.close();
    }

    /** Listens to nothing. */
    private static final class Silence implements WriterListener {
        @Override
        public void durable(Append append) {}

        @Override
        public void written(int records, int bytes, long nanos) {}

        @Override
        public void failed(int records, Exception cause) {}

        @Override
        public void rejected() {}
    }
}
