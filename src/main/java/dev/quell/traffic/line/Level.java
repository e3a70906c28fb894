package dev.quell.traffic.line;

/** A line's usual level of strangers and of known callers, learned step by step. Learns nothing while frozen. Times are epoch milliseconds. */
final class Level {

    private static final long SLOT = 30 * 60_000L;
    private static final double RECENT = 10 * 60_000.0;
    private static final double HOUR = 60 * 60_000.0;
    private static final double SPREAD = 0.25;
    private static final double CONTROL = 3;
    private static final double MOST_CONTROL = 20;
    private static final long UNSET = Long.MIN_VALUE;

    private final long step;
    private final Rate strangers = new Rate();
    private final Rate known = new Rate();
    private final double recentLeft;
    private final double hourLeft;
    private long current = UNSET;
    private long learned;
    private int stepsOfSlot;
    private int newStrangers;
    private int newKnown;

    /** @param step in milliseconds, the find time of a flood */
    Level(long step) {
        this.step = step;
        this.recentLeft = Math.exp(-step / RECENT);
        this.hourLeft = Math.exp(-step / HOUR);
    }

    void stranger() {
        newStrangers++;
    }

    void known() {
        newKnown++;
    }

    /** Learns the steps that are over. */
    void advance(long now, boolean frozen) {
        long at = now / step;
        if (current == UNSET) {
            current = at;
        }
        if (current < at) {
            learnCurrent(frozen);
            current++;
            skip(at, frozen);
        }
    }

    private void learnCurrent(boolean frozen) {
        if (!frozen) {
            learned++;
            double first = 1.0 / learned;
            strangers.learn(newStrangers, Math.max(first, 1 - recentLeft), Math.max(first, 1 - hourLeft));
            known.learn(newKnown, Math.max(first, 1 - recentLeft), Math.max(first, 1 - hourLeft));
            stepsOfSlot++;
        }
        newStrangers = 0;
        newKnown = 0;
        closeAfter(current);
    }

    /** Learns that nothing came until a step; of a long pause the last day's slots suffice. */
    private void skip(long to, boolean frozen) {
        long steps = to - current;
        if (steps > 0 && !frozen) {
            double recent = Math.pow(recentLeft, (double) steps);
            double hour = Math.pow(hourLeft, (double) steps);
            strangers.learnNothing(recent, hour);
            known.learnNothing(recent, hour);
            learned += steps;
        }
        current = Math.max(current, to - Rate.SLOTS * SLOT / step);
        while (current < to) {
            long next = Math.min(to, firstOfSlot(current * step / SLOT + 1));
            stepsOfSlot += frozen ? 0 : (int) (next - current);
            current = next;
            closeAfter(current - 1);
        }
    }

    private long firstOfSlot(long slot) {
        return (slot * SLOT + step - 1) / step;
    }

    private void closeAfter(long of) {
        long slot = of * step / SLOT;
        if ((of + 1) * step / SLOT != slot) {
            strangers.close((int) (slot % Rate.SLOTS), stepsOfSlot);
            known.close((int) (slot % Rate.SLOTS), stepsOfSlot);
            stepsOfSlot = 0;
        }
    }

    /** Whether a whole day was learned, so that its mornings are known. */
    boolean knowsTheDay() {
        return learned * step >= Rate.SLOTS * SLOT;
    }

    /**
     * How many strangers are usual in a step now. If known callers are more than usual too, so may strangers be.
     *
     * @param knownCalls calls of known callers in the last {@code steps}
     */
    double usualStrangers(long now, double knownCalls, double steps) {
        return strangers.expected(slot(now)) * control(knownCalls, known.expected(slot(now)) * steps);
    }

    /** The same by what came in the last hour. */
    double usualStrangersByHour(long now, double knownCalls, double steps) {
        return strangers.expectedByHour(slot(now)) * control(knownCalls, known.expectedByHour(slot(now)) * steps);
    }

    /** How many calls are usual in a step now. */
    double usualCalls(long now) {
        return strangers.expected(slot(now)) + known.expected(slot(now));
    }

    /** So many times as usual known callers call; they are who a flood's maker cannot be. */
    private static double control(double knownCalls, double usual) {
        return Math.clamp((knownCalls + CONTROL) / (usual + CONTROL), 1, MOST_CONTROL);
    }

    private static int slot(long now) {
        return (int) (now / SLOT % Rate.SLOTS);
    }

    /** So many above a mean as {@code sigmas}; σ is Poisson's and, as no day is like another, a quarter of the mean besides. */
    static double above(double mean, double sigmas) {
        return mean + sigmas * Math.sqrt(mean + SPREAD * mean * SPREAD * mean);
    }
}
