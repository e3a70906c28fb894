package dev.quell.storage.journal.segment;

import java.nio.ByteBuffer;

/**
 * A record as it was read back.
 *
 * @param sequence its number, one more than that of the record before
 * @param kind what it tells, as its writer says
 * @param payload its content, from position to limit; of use until the next records are read
 */
public record JournalRecord(long sequence, byte kind, ByteBuffer payload) {}
