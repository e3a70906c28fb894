package dev.quell.share;

import java.time.Duration;

/** The port that says whether something may be done once more. Counted by all instances together; by each alone while the shared store is away. */
public interface RateLimits {

    /**
     * Asks and, if allowed, counts.
     *
     * @param key what is limited, for example {@code token:abc}
     * @param burst how often at once, 1 or more
     * @param per the time in which so many become allowed again
     * @return zero if it may be done now, otherwise how long to wait
     */
    Duration ask(String key, int burst, Duration per);
}
