package dev.quell.traffic.trunk;

import dev.quell.traffic.number.CallerKey;
import dev.quell.traffic.number.Slots;

/**
 * Between which trunks callers are used to change when they call again: such trunks lead to the same network. {@value #PAIRS} pairs at most.
 */
public final class RelatedTrunks {

    private static final int PAIRS = 4096;
    private static final int LEAST_CHANGES = 10;
    private static final double LEAST_SHARE = 0.10;

    private final Slots slots = new Slots(PAIRS);
    private final int[] changes = new int[PAIRS];

    /**
     * A caller called again, over the same trunk or another.
     *
     * @param before the trunk of the call before
     */
    public void returned(TrunkState before, TrunkState now) {
        before.countReturn();
        if (before != now) {
            now.countReturn();
            int slot = slots.take(key(before, now), 0);
            if (slot < 0) {
                slot = ~slot;
                changes[slot] = 0;
            }
            changes[slot]++;
        }
    }

    /** Whether one caller in ten of those who call again changes between two trunks, and at least ten have. */
    public boolean related(TrunkState one, TrunkState other) {
        int slot = slots.find(key(one, other));
        return slot >= 0
                && changes[slot] >= LEAST_CHANGES
                && changes[slot] >= LEAST_SHARE * Math.min(one.returns(), other.returns());
    }

    private static long key(TrunkState one, TrunkState other) {
        long low = Math.min(one.serial(), other.serial());
        long high = Math.max(one.serial(), other.serial());
        return CallerKey.mix((high << 32) | low) | 1;
    }
}
