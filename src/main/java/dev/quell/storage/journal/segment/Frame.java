package dev.quell.storage.journal.segment;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * How a record lies in a segment, big-endian: the payload's length (int), CRC-32C of all that follows and of the length (int), the sequence number
 * (long), kind, flags, two bytes of zero, the payload, zeros up to a multiple of {@value #ALIGNMENT}. A length of 0 ends the segment.
 */
final class Frame {

    static final int ALIGNMENT = 8;
    static final int HEAD = 20;
    /** Longest payload in bytes; a call's has about 700. */
    static final int LONGEST = 0xffff;

    static final int LARGEST = size(LONGEST);
    /** What is written behind the last record: no length. */
    static final int TERMINATOR = 8;

    private static final int CRC = 4;
    private static final int SEQUENCE = 8;
    private static final int KIND = 16;
    private static final int FLAGS = 17;
    private static final byte FIRST_OF_GROUP = 1;

    private Frame() {}

    /** The room that a payload takes, with what is around it. */
    static int size(int payload) {
        return (HEAD + payload + ALIGNMENT - 1) & -ALIGNMENT;
    }

    /** Appends a record at the buffer's position. */
    static void put(ByteBuffer to, long sequence, byte kind, boolean first, byte[] payload, int length) {
        int at = to.position();
        to.putInt(length).putInt(0).putLong(sequence).put(kind).put(first ? FIRST_OF_GROUP : 0);
        to.putShort((short) 0).put(payload, 0, length);
        while (to.position() < at + size(length)) {
            to.put((byte) 0);
        }
        to.putInt(at + CRC, checksum(to, at, length));
    }

    /** Whether a whole record begins at a place and ends before the limit. */
    static boolean isWhole(ByteBuffer bytes, int at) {
        int room = bytes.limit() - at;
        if (room < size(1)) {
            return false;
        }
        int length = bytes.getInt(at);
        return length > 0
                && length <= LONGEST
                && size(length) <= room
                && bytes.getInt(at + CRC) == checksum(bytes, at, length);
    }

    private static int checksum(ByteBuffer bytes, int at, int length) {
        CRC32C sum = new CRC32C();
        ByteBuffer view = bytes.duplicate();
        sum.update(length);
        sum.update(length >>> 8);
        sum.update(view.limit(at + HEAD + length).position(at + SEQUENCE));
        return (int) sum.getValue();
    }

    static int size(ByteBuffer bytes, int at) {
        return size(bytes.getInt(at));
    }

    static long sequence(ByteBuffer bytes, int at) {
        return bytes.getLong(at + SEQUENCE);
    }

    /** Whether the record was the first of those that became durable together. */
    static boolean isFirstOfGroup(ByteBuffer bytes, int at) {
        return (bytes.get(at + FLAGS) & FIRST_OF_GROUP) != 0;
    }

    /** The record at a place that holds a whole one. */
    static JournalRecord read(ByteBuffer bytes, int at) {
        return new JournalRecord(sequence(bytes, at), bytes.get(at + KIND), bytes.slice(at + HEAD, bytes.getInt(at)));
    }
}
