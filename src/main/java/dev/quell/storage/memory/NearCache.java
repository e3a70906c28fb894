package dev.quell.storage.memory;

import dev.quell.call.CallerNumber;

/** What an instance remembers of callers in front of the stores, seen by who learns that another instance knows more. Never waits for a load. */
public interface NearCache {

    /** In how many parts callers are divided. */
    int PARTS = 64;

    /** What is remembered of a caller is old: the next question reads the stores again. */
    void stale(CallerNumber caller);

    /**
     * Notices about a part of the callers may have been lost: what is remembered of them does not count any more.
     *
     * @param part see {@link #part}
     */
    void partStale(int part);

    /** Notices may have been lost: nothing that is remembered counts any more. */
    default void allStale() {
        for (int part = 0; part < PARTS; part++) {
            partStale(part);
        }
    }

    /** To which part a caller belongs, from 0 to 63: the same on every instance and in every version, as the shared store's keys are made from it. */
    static int part(CallerNumber caller) {
        return (caller.key().hashCode() * 0x9E3779B9) >>> 26;
    }
}
