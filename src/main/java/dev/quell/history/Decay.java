package dev.quell.history;

import java.time.Duration;

/** How much something still counts at its age: half as much every half-life. A table of one half-life, so that no power is computed for a call. */
final class Decay {

    private static final int STEPS = 256;
    private static final int HALVES = 64;

    /** 1, a half, a quarter and so on. */
    private static final double[] HALVED = new double[HALVES];

    static {
        for (int i = 0; i < HALVES; i++) {
            HALVED[i] = Math.pow(0.5, i);
        }
    }

    private final double halfLife;
    private final double[] powers = new double[STEPS + 1];

    private Decay(double halfLifeMillis) {
        this.halfLife = halfLifeMillis;
        for (int i = 0; i < powers.length; i++) {
            powers[i] = Math.pow(0.5, (double) i / STEPS);
        }
    }

    /** Half as much after each {@code halfLife}. */
    static Decay halving(Duration halfLife) {
        return new Decay(halfLife.toMillis());
    }

    /** By the factor e after each {@code window}: whoever calls at a steady pace counts as often as he called within the window. */
    static Decay fading(Duration window) {
        return new Decay(window.toMillis() * Math.log(2));
    }

    /** From 1 at age 0 toward 0, to a millionth; 1 for an age below 0, 0 after 64 half-lives. */
    double at(long ageMillis) {
        if (ageMillis <= 0) {
            return 1;
        }
        double halves = ageMillis / halfLife;
        if (halves >= HALVES) {
            return 0;
        }
        int whole = (int) halves;
        double step = (halves - whole) * STEPS;
        int low = (int) step;
        return (powers[low] + (powers[low + 1] - powers[low]) * (step - low)) * HALVED[whole];
    }
}
