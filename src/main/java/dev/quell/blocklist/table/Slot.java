package dev.quell.blocklist.table;

/**
 * One entry of a table.
 *
 * @param code of its pattern
 * @param end epoch milliseconds from which it counts no more; {@link #GONE} for one that is to leave the table
 * @param mark what identifies it and tells all else; the table does not look into it
 */
public record Slot(long code, long end, long mark) {

    /** The end of an entry that is not to be kept. */
    public static final long GONE = Long.MIN_VALUE;
}
