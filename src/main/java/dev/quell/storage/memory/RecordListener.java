package dev.quell.storage.memory;

import dev.quell.call.CallerNumber;
import dev.quell.screening.CallConcluded;
import dev.quell.screening.CallScreened;

/**
 * Is told what is durable, before the one who wrote it hears so: calls when the journal has them, the database has them a little later; flags when the database
 * has them.
 */
public interface RecordListener {

    /** A verdict was written. */
    void screened(CallScreened screened);

    /** An end was written, for the first time. */
    void concluded(CallConcluded concluded);

    /** A call of a caller was written of which nothing else is told, as another instance was the first to tell its end. */
    default void stored(CallerNumber caller) {}

    /** A flag on a caller was raised, changed or taken back. */
    void flagged(CallerNumber caller);
}
