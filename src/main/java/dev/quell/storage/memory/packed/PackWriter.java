package dev.quell.storage.memory.packed;

import java.util.Arrays;

/** Writes numbers and texts in as few bytes as they need: seven bits a byte, the lowest first. */
final class PackWriter {

    private byte[] bytes = new byte[64];
    private int size;

    /** A number that is small and not negative as a rule; others take ten bytes. */
    PackWriter number(long number) {
        long rest = number;
        reserve(10);
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
        return this;
    }

    /** A number near zero on either side. */
    PackWriter signed(long number) {
        return number(number << 1 ^ number >> 63);
    }

    /** A text as it is, unpaired surrogates too. */
    PackWriter text(String text) {
        number(text.length());
        for (int i = 0; i < text.length(); i++) {
            number(text.charAt(i));
        }
        return this;
    }

    /** A piece of what was written before. */
    PackWriter copy(byte[] from, int start, int end) {
        reserve(end - start);
        System.arraycopy(from, start, bytes, size, end - start);
        size += end - start;
        return this;
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }

    /** What was written. */
    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }
}
