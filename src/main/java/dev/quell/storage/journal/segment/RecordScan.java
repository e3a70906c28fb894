package dev.quell.storage.journal.segment;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads records one after the other. Where bytes are damaged it goes on with the next whole record that has a later number; records of an earlier use of
 * the file have earlier ones.
 */
final class RecordScan {

    /** How far a number may be ahead of the one expected. */
    private static final long AHEAD = 1L << 32;

    private final ByteBuffer bytes;
    private final boolean more;
    private int at;
    private long expected;
    private long missing;
    private boolean damaged;

    /**
     * @param bytes records up to the limit
     * @param at where the first begins
     * @param expected its number
     * @param more whether the records go on behind the limit, so that one may be cut off there
     */
    RecordScan(ByteBuffer bytes, int at, long expected, boolean more) {
        this.bytes = bytes;
        this.at = at;
        this.expected = expected;
        this.more = more;
    }

    /** The next record; null at the end. */
    @Nullable
    JournalRecord next() {
        if (more && bytes.limit() - at < Frame.LARGEST) {
            return null;
        }
        boolean inPlace = Frame.isWhole(bytes, at) && Frame.sequence(bytes, at) == expected;
        int found = inPlace ? at : findBehind();
        if (found < 0) {
            return null;
        }
        if (!inPlace) {
            missing += Frame.sequence(bytes, found) - expected;
        }
        damaged |= missing > 0 && Frame.isFirstOfGroup(bytes, found);
        JournalRecord record = Frame.read(bytes, found);
        at = found + Frame.size(bytes, found);
        expected = record.sequence() + 1;
        return record;
    }

    private int findBehind() {
        for (int place = at + Frame.ALIGNMENT; place + Frame.HEAD < bytes.limit(); place += Frame.ALIGNMENT) {
            long ahead = Frame.sequence(bytes, place) - expected;
            if (ahead >= 0 && ahead < AHEAD && Frame.isWhole(bytes, place)) {
                return place;
            }
        }
        return -1;
    }

    /** Behind the last record that was read. */
    int end() {
        return at;
    }

    /** The number that the next record would have. */
    long expected() {
        return expected;
    }

    /** How many records are missing between those that were read. */
    long missing() {
        return missing;
    }

    /** Whether something was written behind what is missing: then it had been durable once, and is no torn end. */
    boolean damaged() {
        return damaged;
    }

    /** Whether there are remains of a record behind the last whole one. */
    boolean torn() {
        boolean hole = missing > 0 && !damaged;
        boolean rest = bytes.limit() - at >= Frame.TERMINATOR && bytes.getLong(at) != 0;
        return hole || rest;
    }
}
