package dev.quell.storage.evidence.check;

import dev.quell.evidence.chain.BlockHead;
import dev.quell.storage.evidence.DroppedBlocks.Range;
import java.util.Optional;

/** Whether each block follows the one before it. */
final class LinkCheck {

    private static final String NOT_FOLLOWING =
            ": it does not follow the block before it; one of the two was changed or put in another place";

    private final Gaps gaps;
    private final Faults faults;
    private long expected = 1;
    private long journal;
    private long dropped;
    private String before = BlockHead.NOTHING;

    LinkCheck(Gaps gaps, Faults faults) {
        this.gaps = gaps;
        this.faults = faults;
    }

    /**
     * The next block.
     *
     * @param hash as its row has it
     */
    void follow(BlockHead head, String hash) {
        String name = "block " + head.number();
        if (!head.hash().equals(hash)) {
            faults.add(name + ": it was changed, its hash is no longer that of what it says");
        }
        if (cross(head.number()) && !head.previous().equals(before)) {
            faults.add(name + NOT_FOLLOWING);
        }
        if (head.journal() < journal) {
            faults.add(name + ": it tells of an earlier place of the journal than the block before it");
        }
        expected = head.number() + 1;
        journal = Math.max(journal, head.journal());
        before = hash;
    }

    /** Goes over blocks that were dropped; false if others are missing. */
    private boolean cross(long number) {
        while (expected < number) {
            Optional<Range> range = gaps.of(expected, number).filter(this::fits);
            if (range.isEmpty()) {
                faults.add(
                        number == expected + 1
                                ? "block " + expected + " was removed"
                                : "blocks " + expected + " to " + (number - 1) + " were removed");
                return false;
            }
            expected = range.get().to() + 1;
            before = range.get().hash();
            dropped += range.get().facts();
        }
        return true;
    }

    /** Of a range whose dropping was broken off only the end is gone. */
    private boolean fits(Range range) {
        return range.from() < expected || range.first().equals(before);
    }

    /** Up to which record the blocks say that the journal was taken in. */
    long journal() {
        return journal;
    }

    /** How many facts the dropped blocks held. */
    long dropped() {
        return dropped;
    }

    /** The hash of the last block; that before the first if there is none. */
    String last() {
        return before;
    }
}
