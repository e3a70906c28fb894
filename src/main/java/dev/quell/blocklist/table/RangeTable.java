package dev.quell.blocklist.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Ranges of numbers and their entries. Cut into chunks by the million that a number lies in: a range lies in one or in two that follow each other, and a number
 * is looked up in one. A change copies those chunks, so that readers take no lock and see an entry whole or not at all. Changes must come one at a time.
 */
public final class RangeTable {

    private static final int BITS = 12;
    /** The odd number that is nearest to 2^64 divided by the golden ratio. */
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    private final AtomicReferenceArray<RangeChunk> chunks = new AtomicReferenceArray<>(1 << BITS);
    private volatile boolean used;

    /** An empty one. */
    public RangeTable() {
        for (int i = 0; i < chunks.length(); i++) {
            chunks.setPlain(i, RangeChunk.EMPTY);
        }
    }

    /** Whether a range was ever put in. */
    public boolean isUsed() {
        return used;
    }

    /**
     * Of a number's ranges that have not ended at a moment and have certain bits in their marks the smallest, of equal ones the one that ends last; null if
     * there is none.
     *
     * @param key the number's {@link RangeKey}
     * @param now epoch milliseconds
     * @param mask which bits of the marks are looked at
     * @param bits what they must be
     */
    public @Nullable RangeSlot smallest(long key, long now, long mask, long bits) {
        return chunks.getAcquire(place(key)).smallest(key, now, mask, bits);
    }

    /** Tells all entries, also those that have ended. */
    public void all(PatternTable.Visitor visitor) {
        for (int i = 0; i < chunks.length(); i++) {
            RangeChunk chunk = chunks.getAcquire(i);
            for (int at = 0; at < chunk.size(); at++) {
                RangeSlot slot = chunk.slot(at);
                if (place(slot.from()) == i) {
                    visitor.entry(slot.end(), slot.mark());
                }
            }
        }
    }

    /**
     * Puts slots in; each takes the place of the one with its range and mark.
     *
     * @param slots none twice
     * @param horizon epoch milliseconds; what ended before leaves the chunks that are copied
     */
    public void put(Collection<RangeSlot> slots, long horizon) {
        Map<Integer, List<RangeSlot>> changes = new HashMap<>();
        for (RangeSlot slot : slots) {
            int first = place(slot.from());
            int last = place(slot.to());
            changes.computeIfAbsent(first, place -> new ArrayList<>()).add(slot);
            if (last != first) {
                changes.computeIfAbsent(last, place -> new ArrayList<>()).add(slot);
            }
        }
        if (!changes.isEmpty()) {
            used = true;
        }
        changes.forEach((place, changed) ->
                chunks.setRelease(place, chunks.getPlain(place).with(changed, horizon)));
    }

    /** Frees the room of what ended before a moment, in epoch milliseconds. */
    public void sweep(long horizon) {
        for (int i = 0; i < chunks.length(); i++) {
            RangeChunk chunk = chunks.getPlain(i);
            RangeChunk swept = chunk.size() == 0 ? chunk : chunk.with(List.of(), horizon);
            if (swept.size() < chunk.size()) {
                chunks.setRelease(i, swept);
            }
        }
    }

    /** Takes out what has certain bits in its marks and has ended by a moment, in epoch milliseconds. */
    public void end(long until, long mask, long bits) {
        for (int i = 0; i < chunks.length(); i++) {
            RangeChunk chunk = chunks.getPlain(i);
            RangeChunk left = chunk.without(until, mask, bits);
            if (left.size() < chunk.size()) {
                chunks.setRelease(i, left);
            }
        }
    }

    private static int place(long key) {
        return (int) ((key / RangeKey.MOST * SPREAD) >>> (Long.SIZE - BITS));
    }
}
