package dev.quell.storage.memory;

import dev.quell.call.CallerNumber;

/** What an instance remembers of callers in front of the stores, seen by who learns that another instance knows more. */
public interface NearCache {

    /** What is remembered of a caller is old: the next question reads the stores again. */
    void stale(CallerNumber caller);

    /** Notices may have been lost: nothing that is remembered counts any more. */
    void allStale();
}
