package dev.quell.load;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Callers drawn from a seed: call number n of a population is the same in every run. A tenth of the callers make half of the calls. */
public final class Population {

    private static final String[] TRUNKS = {"carrier-1", "carrier-2", "carrier-3"};
    private static final String[] AGENTS = {"Carrier SBC 4.2", "Yealink SIP-T46U", "MicroSIP/3.21", "FreeSWITCH 1.10"};

    private final long seed;
    private final int callers;
    private final String run;
    private final AtomicLong placed = new AtomicLong();

    /**
     * Draws nothing yet.
     *
     * @param callers how many different numbers there are, from 10 to 50,000,000
     * @param run what makes this run's call ids its own, digits
     */
    public Population(long seed, int callers, String run) {
        if (callers < 10 || callers > 50_000_000) {
            throw new IllegalArgumentException("a population has 10 to 50,000,000 callers, not " + callers);
        }
        this.seed = seed;
        this.callers = callers;
        this.run = run;
    }

    /** The next call; from many threads each call comes once. */
    public PlacedCall next() {
        return call(placed.getAndIncrement());
    }

    /** Call number n. */
    public PlacedCall call(long n) {
        SplittableRandom dice = new SplittableRandom(seed * 1_000_003 + n);
        int caller = dice.nextInt(dice.nextBoolean() ? callers : callers / 10);
        return new PlacedCall(
                run + "." + n,
                "40" + dice.nextInt(10, 20),
                TRUNKS[caller % TRUNKS.length],
                number(caller),
                AGENTS[caller / 7 % AGENTS.length]);
    }

    /** A caller's number, a mainland Chinese mobile number. */
    public static String number(int caller) {
        return "138" + String.format(Locale.ROOT, "%08d", caller);
    }
}
