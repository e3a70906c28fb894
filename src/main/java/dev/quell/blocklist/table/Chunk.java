package dev.quell.blocklist.table;

import java.util.Arrays;

/** A part of a table: entries in rising order of codes, each a code, an end and a mark side by side, in one array that is never changed after it was published. */
final class Chunk {

    static final long[] EMPTY = {};

    private static final int WIDTH = 3;

    private Chunk() {}

    static int size(long[] chunk) {
        return chunk.length / WIDTH;
    }

    static long code(long[] chunk, int at) {
        return chunk[WIDTH * at];
    }

    static long end(long[] chunk, int at) {
        return chunk[WIDTH * at + 1];
    }

    static long mark(long[] chunk, int at) {
        return chunk[WIDTH * at + 2];
    }

    /**
     * The place of the first entry whose code is not smaller. Codes are spread evenly, so the guess by proportion is a few places off.
     *
     * @param guess where the code would be if the spread were perfect, 0 to the size
     */
    static int first(long[] chunk, long code, int guess) {
        int size = size(chunk);
        int at = guess;
        while (at > 0 && Long.compareUnsigned(code(chunk, at - 1), code) >= 0) {
            at--;
        }
        while (at < size && Long.compareUnsigned(code(chunk, at), code) < 0) {
            at++;
        }
        return at;
    }

    /**
     * A chunk with slots put in; each takes the place of the one with its code and mark.
     *
     * @param slots in the order of codes, from one place to before another; none twice
     * @param horizon what ended before this is left out
     */
    static long[] with(long[] chunk, Slot[] slots, int from, int to, long horizon) {
        Builder made = new Builder(size(chunk) + to - from);
        int next = from;
        for (int i = 0; i < size(chunk); i++) {
            while (next < to && Long.compareUnsigned(slots[next].code(), code(chunk, i)) < 0) {
                made.add(slots[next++]);
            }
            if (end(chunk, i) >= horizon && !replaced(chunk, i, slots, next, to)) {
                made.add(code(chunk, i), end(chunk, i), mark(chunk, i));
            }
        }
        while (next < to) {
            made.add(slots[next++]);
        }
        return made.chunk();
    }

    /** A chunk without what has certain bits in its marks and has ended by a moment. */
    static long[] without(long[] chunk, long until, long mask, long bits) {
        Builder made = new Builder(size(chunk));
        for (int i = 0; i < size(chunk); i++) {
            if (end(chunk, i) > until || (mark(chunk, i) & mask) != bits) {
                made.add(code(chunk, i), end(chunk, i), mark(chunk, i));
            }
        }
        return made.chunk();
    }

    private static boolean replaced(long[] chunk, int at, Slot[] slots, int next, int to) {
        for (int i = next; i < to && slots[i].code() == code(chunk, at); i++) {
            if (slots[i].mark() == mark(chunk, at)) {
                return true;
            }
        }
        return false;
    }

    private static final class Builder {
        private final long[] parts;
        private int size;

        Builder(int room) {
            this.parts = new long[WIDTH * room];
        }

        void add(Slot slot) {
            if (slot.end() != Slot.GONE) {
                add(slot.code(), slot.end(), slot.mark());
            }
        }

        void add(long code, long end, long mark) {
            parts[size] = code;
            parts[size + 1] = end;
            parts[size + 2] = mark;
            size += WIDTH;
        }

        long[] chunk() {
            if (size == 0) {
                return EMPTY;
            }
            return size == parts.length ? parts : Arrays.copyOf(parts, size);
        }
    }
}
