package dev.quell.blocklist.table;

/**
 * One entry of a table of ranges.
 *
 * @param from the {@link RangeKey} of the first number
 * @param to that of the last
 * @param end epoch milliseconds from which it counts no more; {@link Slot#GONE} for one that is to leave the table
 * @param mark what identifies it and tells all else; the table does not look into it
 */
public record RangeSlot(long from, long to, long end, long mark) {

    public RangeSlot {
        if (!RangeKey.isRange(from, to)) {
            throw new IllegalArgumentException("no range: " + from + " to " + to);
        }
    }

    /** How many numbers it means. */
    public long size() {
        return to - from + 1;
    }

    /** Whether it counts before another of a number's ranges: the smaller one, of equal ones the one that ends last. */
    boolean isBefore(RangeSlot other) {
        if (size() != other.size()) {
            return size() < other.size();
        }
        return end == other.end ? mark > other.mark : end > other.end;
    }
}
