package dev.quell.traffic.number;

/** Numbers that were seen on two unrelated trunks at about the same time; {@value #NUMBERS} at most. Times are epoch milliseconds. */
public final class BorrowedNumbers {

    private static final int NUMBERS = 4096;

    private final Slots slots = new Slots(NUMBERS);
    private final long[] from = new long[NUMBERS];
    private final long[] until = new long[NUMBERS];
    private final long hold;

    /** @param hold how long a number counts as borrowed after it was seen so */
    public BorrowedNumbers(long hold) {
        this.hold = hold;
    }

    /** A number was seen on two trunks, first at one moment and now at another. */
    public void seen(long key, long first, long now) {
        int slot = slots.take(key, now);
        if (slot < 0) {
            slot = ~slot;
            from[slot] = first;
        } else if (first > until[slot]) {
            from[slot] = first;
        }
        until[slot] = now + hold;
    }

    /** Whether a number counts as borrowed at a moment. */
    public boolean at(long key, long moment) {
        int slot = slots.find(key);
        return slot >= 0 && moment >= from[slot] && moment <= until[slot];
    }
}
