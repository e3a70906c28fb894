package dev.quell.storage.journal.segment;

/**
 * What was found in a journal at its opening.
 *
 * @param lastSequence the highest number ever given, as far as is known
 * @param waiting records that are to be taken in
 * @param torn ends of segments at which a record was cut off; none of them had been confirmed
 * @param missing records that were confirmed and cannot be read any more
 */
public record Recovered(long lastSequence, long waiting, int torn, long missing) {}
