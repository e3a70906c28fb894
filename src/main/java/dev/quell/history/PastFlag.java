package dev.quell.history;

import dev.quell.call.SaidFor;
import java.time.Instant;

/**
 * One agent's standing flag on a caller; an undone flag is none.
 *
 * @param agent the agent's interface, without the program that passed the word on
 * @param reason the flag's reason in lower case, for example {@code abuse}
 * @param weight how much the flag counts, 0 to 1: how often this agent's flags held
 */
public record PastFlag(Instant at, String agent, String reason, double weight) {

    public PastFlag {
        agent = SaidFor.voice(agent);
        if (!(weight >= 0 && weight <= 1)) {
            throw new IllegalArgumentException("a flag's weight lies between 0 and 1, not " + weight);
        }
    }

    /** The same with another weight. */
    public PastFlag weighing(double other) {
        return new PastFlag(at, agent, reason, other);
    }

    /** A flag that counts whole. */
    public static PastFlag whole(Instant at, String agent, String reason) {
        return new PastFlag(at, agent, reason, 1);
    }
}
