package dev.quell.simulation.stage;

import dev.quell.call.CallerNumber;
import dev.quell.simulation.play.Dice;
import java.util.HashSet;
import java.util.Set;

/** Gives out telephone numbers, each once. */
final class Numbers {

    /** Prefixes of Chinese mobile networks. */
    private static final int[] MOBILE = {135, 136, 138, 139, 150, 151, 158, 159, 176, 177, 185, 186, 188, 189, 191, 199
    };

    private final Dice dice;
    private final Set<Long> given = new HashSet<>();

    Numbers(Dice dice) {
        this.dice = dice;
    }

    CallerNumber next() {
        long number;
        do {
            number = MOBILE[dice.between(0, MOBILE.length - 1)] * 100_000_000L + dice.between(0, 99_999_999);
        } while (!given.add(number));
        return new CallerNumber.E164("+86" + number);
    }
}
