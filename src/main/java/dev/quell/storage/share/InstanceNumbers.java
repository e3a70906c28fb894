package dev.quell.storage.share;

/** The port to the shared store that gives instances their numbers: PostgreSQL where it is used, otherwise Redis. */
public interface InstanceNumbers {

    /**
     * A number that no instance ever had, 1 or more.
     *
     * @throws RuntimeException if the store is away
     */
    long next();
}
