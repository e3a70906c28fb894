package dev.quell.storage.memory.filter;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/** A Bloom filter for so many entries: six bits in one word of 64 an entry, four entries a word when it is full. Then one in about a hundred is a false yes. */
final class Segment {

    private static final int ENTRIES_A_WORD = 4;
    private static final int BITS = 6;

    private final int capacity;
    private final AtomicLongArray words;
    private final AtomicInteger entries = new AtomicInteger();

    /** For a power of two of entries. */
    Segment(int capacity) {
        this.capacity = capacity;
        this.words = new AtomicLongArray(capacity / ENTRIES_A_WORD);
    }

    boolean mayHold(long hash) {
        long bits = bits(hash);
        return (words.get(word(hash)) & bits) == bits;
    }

    void add(long hash) {
        words.getAndUpdate(word(hash), word -> word | bits(hash));
        entries.incrementAndGet();
    }

    boolean full() {
        return entries.get() >= capacity;
    }

    int capacity() {
        return capacity;
    }

    /** The upper half of the hash chooses the word, the lower the bits. */
    private int word(long hash) {
        return (int) (hash >>> 32) & (words.length() - 1);
    }

    private static long bits(long hash) {
        long bits = 0;
        long rest = hash * 0xD6E8FEB86659FD93L;
        for (int i = 0; i < BITS; i++) {
            bits |= 1L << (rest >>> 58);
            rest <<= 6;
        }
        return bits;
    }
}
