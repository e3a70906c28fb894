package dev.quell.blocklist.table;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Some entries of a table of ranges, by their first number. The entry in the middle is the root of a tree, as are the middles of both halves: each knows the
 * last number that any entry of its part means, so that whole parts are passed over. Never changed.
 */
final class RangeChunk {

    static final RangeChunk EMPTY = new RangeChunk(List.of());

    private static final Comparator<RangeSlot> ORDER = Comparator.comparingLong(RangeSlot::from)
            .thenComparingLong(RangeSlot::to)
            .thenComparingLong(RangeSlot::mark);

    private final RangeSlot[] slots;
    private final long[] furthest;

    private RangeChunk(List<RangeSlot> sorted) {
        slots = sorted.toArray(RangeSlot[]::new);
        furthest = new long[slots.length];
        measure(0, slots.length);
    }

    private long measure(int low, int high) {
        if (low >= high) {
            return Long.MIN_VALUE;
        }
        int middle = (low + high) >>> 1;
        long beside = Math.max(measure(low, middle), measure(middle + 1, high));
        furthest[middle] = Math.max(slots[middle].to(), beside);
        return furthest[middle];
    }

    /** With others; each takes the place of the one with its range and mark. What ended before the horizon leaves. */
    RangeChunk with(List<RangeSlot> others, long horizon) {
        Set<Same> replaced = others.stream().map(Same::of).collect(Collectors.toSet());
        List<RangeSlot> held = Stream.concat(
                        Stream.of(slots).filter(slot -> !replaced.contains(Same.of(slot))), others.stream())
                .filter(slot -> slot.end() != Slot.GONE && slot.end() >= horizon)
                .sorted(ORDER)
                .toList();
        return held.isEmpty() ? EMPTY : new RangeChunk(held);
    }

    /** Without what has certain bits in its marks and has ended by a moment. */
    RangeChunk without(long until, long mask, long bits) {
        List<RangeSlot> held = Stream.of(slots)
                .filter(slot -> slot.end() > until || (slot.mark() & mask) != bits)
                .toList();
        return held.isEmpty() ? EMPTY : new RangeChunk(held);
    }

    /** What there is one of. */
    private record Same(long from, long to, long mark) {
        static Same of(RangeSlot slot) {
            return new Same(slot.from(), slot.to(), slot.mark());
        }
    }

    int size() {
        return slots.length;
    }

    RangeSlot slot(int at) {
        return slots[at];
    }

    /** See {@link RangeTable#smallest}. */
    @Nullable
    RangeSlot smallest(long key, long now, long mask, long bits) {
        return slots.length == 0 ? null : new Search(key, now, mask, bits).smallest(0, slots.length, null);
    }

    private final class Search {
        private final long key;
        private final long now;
        private final long mask;
        private final long bits;

        Search(long key, long now, long mask, long bits) {
            this.key = key;
            this.now = now;
            this.mask = mask;
            this.bits = bits;
        }

        /** Of a part's entries and one that was found already. */
        @Nullable
        RangeSlot smallest(int low, int high, @Nullable RangeSlot found) {
            int middle = (low + high) >>> 1;
            if (low >= high || furthest[middle] < key) {
                return found;
            }
            RangeSlot best = smallest(low, middle, found);
            RangeSlot here = slots[middle];
            if (here.from() > key) {
                return best;
            }
            return smallest(middle + 1, high, isWanted(here) && (best == null || here.isBefore(best)) ? here : best);
        }

        private boolean isWanted(RangeSlot slot) {
            return slot.to() >= key && (slot.mark() & mask) == bits && slot.end() > now;
        }
    }
}
