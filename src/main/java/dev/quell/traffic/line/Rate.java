package dev.quell.traffic.line;

/**
 * How many calls of a kind usually come in one step of time: lately, over the last hour, and at this time of the day. A day counts a seventh, so that the
 * profile of the day is that of about a week.
 */
final class Rate {

    /** Half hours of a day. */
    static final int SLOTS = 48;

    private static final int DAYS = 7;
    private static final int KNOWN_WELL = 3;
    private static final double MOST_RISE = 3;

    private final float[] profile = new float[SLOTS];
    private final byte[] days = new byte[SLOTS];
    private double recent;
    private double hour;
    private long slotSum;

    /** Learns a step's count. */
    void learn(int count, double recentWeight, double hourWeight) {
        recent += (count - recent) * recentWeight;
        hour += (count - hour) * hourWeight;
        slotSum += count;
    }

    /** Learns that nothing came for some steps. */
    void learnNothing(double recentLeft, double hourLeft) {
        recent *= recentLeft;
        hour *= hourLeft;
    }

    /** A half hour of the day is over; nothing is learned if no step of it was. */
    void close(int slot, int steps) {
        if (steps > 0) {
            double mean = (double) slotSum / steps;
            double weight = Math.max(1.0 / (days[slot] + 1), 1.0 / DAYS);
            profile[slot] += (float) ((mean - profile[slot]) * weight);
            days[slot] = (byte) Math.min(days[slot] + 1, Byte.MAX_VALUE);
        }
        slotSum = 0;
    }

    /** What is to be expected of a step within a half hour of the day, by what came in the last minutes. */
    double expected(int slot) {
        return expected(slot, recent);
    }

    /** The same by what came in the last hour. */
    double expectedByHour(int slot) {
        return expected(slot, hour);
    }

    /** Once the time of day is known well, a slow rise far above it is not taken for usual. */
    private double expected(int slot, double lately) {
        double usual =
                Math.max(profile[slot], Math.max(profile[(slot + SLOTS - 1) % SLOTS], profile[(slot + 1) % SLOTS]));
        double believed = days[slot] >= KNOWN_WELL ? Math.min(lately, MOST_RISE * usual + 2) : lately;
        return Math.max(usual, believed);
    }
}
