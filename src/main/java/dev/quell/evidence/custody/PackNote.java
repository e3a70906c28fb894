package dev.quell.evidence.custody;

import java.time.Instant;
import java.util.Optional;

/**
 * A pack that was made, as the chain tells.
 *
 * @param block the number of its note's block
 * @param at when
 * @param order what was asked for; empty if its time is over
 */
public record PackNote(long block, Instant at, Optional<Order> order) {

    /**
     * What was asked for.
     *
     * @param source a number or a prefix, as lists write it
     * @param from calls that arrived at or after
     * @param to calls that arrived before
     * @param who wanted it
     * @param why it was made
     * @param by the account or token that had it made
     * @param calls how many it holds
     */
    public record Order(String source, Instant from, Instant to, String who, String why, String by, int calls) {}
}
