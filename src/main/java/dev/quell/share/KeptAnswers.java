package dev.quell.share;

import java.time.Duration;

/**
 * The port to the answers that are kept for requests which may be made twice and must be done once. Known to all instances where they share a store; each
 * keeps its own as well, which a restart leaves in place.
 */
public interface KeptAnswers {

    /** What is known of a request. */
    sealed interface Claim {}

    /** Nothing: it is to be done now, and its answer kept, or the claim given back. */
    record Mine() implements Claim {}

    /**
     * It was begun, and nothing is known of how it ended: it is being done, or whoever did it was ended meanwhile.
     *
     * @param owner the mark of the request that has begun; empty if that is not known
     */
    record Running(String owner) implements Claim {}

    /**
     * It was done.
     *
     * @param answer as it was given to {@link #keep}
     */
    record Done(String answer) implements Claim {}

    /**
     * Asks for the right to do a request. Whoever does not know whether it was written down asks again with the same mark, and finds its own claim.
     *
     * @param key at most 64 letters and digits
     * @param owner a random mark of this very request, at most 64 letters and digits
     * @param life how long the claim holds if neither an answer nor the claim's return follows: as long as the key itself, since nobody knows then what was done
     * @throws RuntimeException if it cannot be written down; then the request must not be done
     */
    Claim claim(String key, String owner, Duration life);

    /**
     * Keeps the answer of a request for a time, also if its claim never came to be known or was over.
     *
     * @param answer printable ASCII, in which nobody but who asked may read anything
     */
    void keep(String key, String answer, Duration time);

    /** Gives a claim back: the request was not done. An answer, or a claim of somebody else, stays. */
    void giveBack(String key, String owner);
}
