package dev.quell.console.flags;

import dev.quell.call.Printable;
import dev.quell.flag.trust.FlagTrust;

/**
 * How often one agent's flags held.
 *
 * @param held opinions that were borne out
 * @param failed opinions that were not
 * @param open opinions of which nothing is known yet
 * @param percent how much a flag of this agent counts, 0 to 100
 */
public record AgentRow(String agent, int held, int failed, int open, long percent) {
    private static final int LONGEST = 100;

    static AgentRow of(String agent, FlagTrust trust) {
        return new AgentRow(
                Printable.of(agent, LONGEST),
                trust.held(),
                trust.failed(),
                trust.open(),
                Math.round(trust.weight() * 100));
    }
}
