package dev.quell.simulation.stage;

import java.time.Instant;

/** What a caller does after a call; usually nothing, sometimes another call. */
@FunctionalInterface
public interface Reaction {

    /** Nothing follows. */
    Reaction NONE = (call, end) -> {};

    /** Called at the moment the call ended. */
    void after(FinishedCall call, Instant end);
}
