package dev.quell.blocklist.table;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Entries by the code of their pattern. Cut into chunks by the code's first bits; a change copies one chunk and puts the copy in its place,
 * so that readers take no lock and see a change whole or not at all. 24 bytes an entry. Changes must come one at a time.
 */
public final class PatternTable {

    private static final Comparator<Slot> ORDER = (one, other) -> Long.compareUnsigned(one.code(), other.code());

    private final int bits;
    private final AtomicReferenceArray<long[]> chunks;

    /**
     * An empty one.
     *
     * @param bits how many first bits of a code name its chunk, 1 to 20: one fewer makes a change twice as dear, one more costs 4 to 8 bytes a chunk
     */
    public PatternTable(int bits) {
        this.bits = bits;
        this.chunks = new AtomicReferenceArray<>(1 << bits);
        for (int i = 0; i < chunks.length(); i++) {
            chunks.setPlain(i, Chunk.EMPTY);
        }
    }

    /** What is told of an entry: its end and its mark. */
    @FunctionalInterface
    public interface Visitor {
        /** Takes an entry. */
        void entry(long end, long mark);
    }

    /**
     * Of a pattern's entries that have not ended at a moment and have certain bits in their marks the one that ends last; null if there is none.
     *
     * @param now epoch milliseconds
     * @param mask which bits of the marks are looked at
     * @param bits what they must be
     */
    public @Nullable Slot last(long code, long now, long mask, long bits) {
        long[] chunk = chunks.getAcquire(place(code));
        int size = Chunk.size(chunk);
        int found = -1;
        for (int at = Chunk.first(chunk, code, guess(code, size)); at < size && Chunk.code(chunk, at) == code; at++) {
            boolean wanted = (Chunk.mark(chunk, at) & mask) == bits && Chunk.end(chunk, at) > now;
            if (wanted && (found < 0 || Chunk.end(chunk, at) > Chunk.end(chunk, found))) {
                found = at;
            }
        }
        return found < 0 ? null : new Slot(code, Chunk.end(chunk, found), Chunk.mark(chunk, found));
    }

    /** Tells all entries, also those that have ended. */
    public void all(Visitor visitor) {
        for (int i = 0; i < chunks.length(); i++) {
            long[] chunk = chunks.getAcquire(i);
            for (int at = 0; at < Chunk.size(chunk); at++) {
                visitor.entry(Chunk.end(chunk, at), Chunk.mark(chunk, at));
            }
        }
    }

    /**
     * Puts slots in, those of one pattern at once; each takes the place of the one with its code and mark.
     *
     * @param slots none twice
     * @param horizon epoch milliseconds; what ended before leaves the chunks that are copied
     */
    public void put(Collection<Slot> slots, long horizon) {
        Slot[] sorted = slots.toArray(Slot[]::new);
        Arrays.sort(sorted, ORDER);
        int from = 0;
        while (from < sorted.length) {
            int place = place(sorted[from].code());
            int to = from + 1;
            while (to < sorted.length && place(sorted[to].code()) == place) {
                to++;
            }
            replace(place, Chunk.with(chunks.getPlain(place), sorted, from, to, horizon));
            from = to;
        }
    }

    /** Frees the room of what ended before a moment, in epoch milliseconds. */
    public void sweep(long horizon) {
        for (int i = 0; i < chunks.length(); i++) {
            long[] chunk = chunks.getPlain(i);
            long[] swept = Chunk.with(chunk, new Slot[0], 0, 0, horizon);
            if (swept.length < chunk.length) {
                replace(i, swept);
            }
        }
    }

    /** Takes out what has certain bits in its marks and has ended by a moment, in epoch milliseconds. */
    public void end(long until, long mask, long bits) {
        for (int i = 0; i < chunks.length(); i++) {
            long[] chunk = chunks.getPlain(i);
            long[] left = Chunk.without(chunk, until, mask, bits);
            if (left.length < chunk.length) {
                replace(i, left);
            }
        }
    }

    private void replace(int place, long[] chunk) {
        chunks.setRelease(place, chunk);
    }

    private int place(long code) {
        return (int) (code >>> (Long.SIZE - bits));
    }

    private int guess(long code, int size) {
        return (int) Math.unsignedMultiplyHigh(code << bits, size);
    }
}
