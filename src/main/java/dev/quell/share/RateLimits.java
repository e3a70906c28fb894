package dev.quell.share;

import java.time.Duration;

/** The port that says whether something may be done once more. Counted by all instances together; by each alone while the shared store is away. */
public interface RateLimits {

    /**
     * Asks and, if allowed, counts.
     *
     * @param key what is limited, for example {@code token:abc}; keys that are the same up to the first colon are of one kind
     * @param burst how often at once, 1 or more
     * @param per the time in which so many become allowed again
     * @return zero if it may be done now, otherwise how long to wait
     */
    Duration ask(String key, int burst, Duration per);

    /**
     * Takes back what was counted once by {@link #ask} with the same arguments, since it was not done or does no harm. Never allows more than the burst.
     */
    void giveBack(String key, int burst, Duration per);
}
