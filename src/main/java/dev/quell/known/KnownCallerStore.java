package dev.quell.known;

import dev.quell.call.CallerNumber;
import dev.quell.history.KnownAs;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The port to where known callers are kept, a caller once for each thing that it is known as. Writes are durable when they return. */
public interface KnownCallerStore {

    /** All that hold at a moment. */
    List<KnownCaller> all(Instant at);

    /** Keeps callers; what was kept of the same caller and kind is replaced. Many are written a few at a time. */
    void put(Collection<KnownCaller> known);

    /** Takes one back; tells whether it was there. */
    boolean remove(CallerNumber caller, KnownAs as, Instant at);
}
