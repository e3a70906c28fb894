package dev.quell.traffic.trunk;

/** The median of the last {@value #KEPT} shares, a week of them if one comes every ten minutes; to one percent. */
final class UsualShare {

    private static final int KEPT = 1008;
    private static final int LEAST = 12;
    private static final int PERCENT = 100;

    private final byte[] shares = new byte[KEPT];
    private final int[] counts = new int[PERCENT + 1];
    private int next;
    private int size;

    /** @param share 0 to 1 */
    void add(double share) {
        if (size == KEPT) {
            counts[shares[next]]--;
        } else {
            size++;
        }
        shares[next] = (byte) Math.round(share * PERCENT);
        counts[shares[next]]++;
        next = (next + 1) % KEPT;
    }

    /** The median, 0 as long as fewer than {@value #LEAST} shares are known. */
    double median() {
        if (size < LEAST) {
            return 0;
        }
        int below = 0;
        for (int percent = 0; percent <= PERCENT; percent++) {
            below += counts[percent];
            if (below > 0 && 2 * below >= size) {
                return (double) percent / PERCENT;
            }
        }
        return 0;
    }
}
