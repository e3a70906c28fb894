package dev.quell.evidence.chain;

/**
 * Where a fact stands in the chain.
 *
 * @param block the block's number
 * @param index in the block, from 0
 */
public record Place(long block, int index) {

    /** How many bits of a packed place the index has. */
    public static final int BITS = 12;

    /** How many facts a block holds at most. */
    public static final int MOST = 1 << BITS;

    public Place {
        if (block < 0 || index < 0 || index >= MOST) {
            throw new IllegalArgumentException("a place is a block from 0 and an index below " + MOST);
        }
    }

    /** As a row has it; rises along the chain. */
    public long packed() {
        return block << BITS | index;
    }

    /** The place that a row has. */
    public static Place of(long packed) {
        return new Place(packed >>> BITS, (int) (packed & (MOST - 1)));
    }
}
