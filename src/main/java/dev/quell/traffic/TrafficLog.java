package dev.quell.traffic;

import dev.quell.call.CallerNumber;
import java.time.Instant;
import java.util.function.Consumer;

/** The port to earlier calls and flags, so that a restart forgets nothing of the traffic. Holds nothing that was decided. */
public interface TrafficLog {

    /** Tells every ended call that arrived in a period, oldest first; its start is inside and its end is not. */
    void calls(Instant from, Instant to, Consumer<ConcludedCall> consumer);

    /** Tells every standing flag of a period, oldest first. */
    void flags(Instant from, Instant to, Consumer<FlaggedCall> consumer);

    /**
     * A call that an agent flagged.
     *
     * @param trunk the call's trunk, {@code unknown} if the call is not in the log
     */
    record FlaggedCall(CallerNumber caller, String trunk, Instant at) {}
}
