package dev.quell.storage.evidence;

import dev.quell.evidence.chain.Hashes;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * A page of the calls from before the chain, as the note {@value #KIND} tells of it.
 *
 * @param number from 0
 * @param after the row before its first; its rows' numbers are higher
 * @param last its rows' numbers are not higher
 * @param newest when the newest of its calls arrived, epoch seconds
 * @param hash the SHA-256 of what is kept of it
 */
public record EarlierPage(int number, long after, long last, long newest, String hash) {

    /** The note's kind. */
    public static final String KIND = "BEGUN";

    private static final int ENTRY = 2 * Integer.BYTES + EarlierRow.KEPT;

    /**
     * What is kept of a call.
     *
     * @param arrived epoch seconds
     * @param hash of what the chain lacks of it
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by same()
    public record Entry(long arrived, byte[] hash) {
        /** Whether a row's hash is the one that was kept. */
        public boolean same(byte[] other) {
            return Arrays.equals(hash, other);
        }
    }

    /** What a note tells of it. */
    List<Object> values() {
        return List.of(after, last, newest, hash);
    }

    /** The pages that a note tells of. */
    public static List<EarlierPage> of(JsonNode note) {
        List<EarlierPage> pages = new ArrayList<>();
        note.path("pages")
                .forEach(page -> pages.add(new EarlierPage(
                        pages.size(),
                        page.path(0).asLong(0),
                        page.path(1).asLong(0),
                        page.path(2).asLong(0),
                        page.path(3).asString(""))));
        return pages;
    }

    /** Whether it is what the note has the hash of. */
    public boolean isOf(byte[] kept) {
        return kept.length % ENTRY == 0 && hash.equals(Hashes.hex(Hashes.of(kept)));
    }

    /** What is kept, by the rows' numbers. */
    public Map<Long, Entry> entries(byte[] kept) {
        Map<Long, Entry> entries = new TreeMap<>();
        ByteBuffer buffer = ByteBuffer.wrap(kept);
        while (buffer.remaining() >= ENTRY) {
            long row = after + Integer.toUnsignedLong(buffer.getInt());
            long arrived = Integer.toUnsignedLong(buffer.getInt());
            byte[] hash = new byte[EarlierRow.KEPT];
            buffer.get(hash);
            entries.put(row, new Entry(arrived, hash));
        }
        return entries;
    }

    /** Writes what is kept of a page. */
    static byte[] bytes(long after, Map<Long, Entry> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(entries.size() * ENTRY);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (Map.Entry<Long, Entry> each : entries.entrySet()) {
                out.writeInt((int) (each.getKey() - after));
                out.writeInt((int) each.getValue().arrived());
                out.write(each.getValue().hash());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
