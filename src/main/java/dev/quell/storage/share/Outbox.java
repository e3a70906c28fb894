package dev.quell.storage.share;

import java.time.Instant;
import java.util.List;

/** What this instance has to tell the shared stores: each change of a shared row, in order, written down in the change's own transaction. */
public interface Outbox {

    /**
     * A change that waits.
     *
     * @param place where it stands, growing
     * @param at epoch milliseconds at which it was written down
     */
    record Waiting(long place, long at, SharedRow row) {}

    /** What a destination has not confirmed yet, oldest first; a row that changed several times may come once, as it is now; one that is gone has no columns. */
    List<Waiting> waiting(String destination, int limit);

    /** As {@link #waiting}, but only flags, entries, known callers and versions, and only those after a place. */
    List<Waiting> small(String destination, long after, int limit);

    /** The place of the last change that was ever written down. */
    long lastPlace();

    /** A destination has everything up to a place, durably. */
    void confirmed(String destination, long place);

    /** A destination may have lost what it confirmed lately: flags, entries, known callers and versions that changed since a moment wait for it again. */
    void again(String destination, Instant from);
}
