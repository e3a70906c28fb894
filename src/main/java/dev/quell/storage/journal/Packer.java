package dev.quell.storage.journal;

import dev.quell.storage.jdbc.Columns;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Packs a row's values into bytes, in the order in which they come. A value is a tag and, if it is not null: a whole number as a varint of its zigzag; a
 * fraction as eight bytes; a text as a varint of its length and UTF-8.
 */
final class Packer implements Columns {

    static final byte NULL = 0;
    static final byte WHOLE = 1;
    static final byte FRACTION = 2;
    static final byte TEXT = 3;

    private static final int USUAL = 1024;
    /** A tag and the longest number. */
    private static final int NUMBER = 11;

    private byte[] bytes = new byte[USUAL];
    private int length;

    @Override
    public void put(String name, @Nullable Object value) {
        switch (value) {
            case null -> tag(NULL);
            case Integer number -> whole(number);
            case Long number -> whole(number);
            case Double number -> fraction(number);
            case String text -> text(text);
            default -> throw new IllegalArgumentException(name + " is a " + value.getClass());
        }
    }

    private void tag(byte tag) {
        room(NUMBER);
        bytes[length++] = tag;
    }

    private void whole(long number) {
        tag(WHOLE);
        varint((number << 1) ^ (number >> 63));
    }

    private void fraction(double number) {
        tag(FRACTION);
        ByteBuffer.wrap(bytes).putDouble(length, number);
        length += Double.BYTES;
    }

    private void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        tag(TEXT);
        varint(utf8.length);
        room(utf8.length);
        System.arraycopy(utf8, 0, bytes, length, utf8.length);
        length += utf8.length;
    }

    private void varint(long number) {
        long rest = number;
        while ((rest & ~0x7fL) != 0) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    /** The bytes, of which the first {@link #length} count. */
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }
}
