package dev.quell.asterisk.agi;

import java.util.concurrent.ThreadLocalRandom;

/**
 * Makes waits of dialogues unequal. Thousands of dialogues that wait equally long stay in step once something held them up together, and from then on
 * all of them want the processor at the same moment, and new calls wait behind them.
 */
final class Pace {

    /** A shorter wait leads to a moment, as a prompt's, and is kept. */
    private static final int VARIED = 400;

    private Pace() {}

    /** How long to wait, in milliseconds: as long as asked for, or shorter by up to a fifth. */
    static int uneven(int millis) {
        return millis < VARIED ? millis : millis - ThreadLocalRandom.current().nextInt(millis / 5 + 1);
    }
}
