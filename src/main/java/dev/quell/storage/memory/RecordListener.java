package dev.quell.storage.memory;

import dev.quell.call.CallerNumber;
import dev.quell.screening.CallConcluded;
import dev.quell.screening.CallScreened;

/** Is told what the database has taken, after it is durable and before the one who wrote it hears so. */
public interface RecordListener {

    /** A verdict was written. */
    void screened(CallScreened screened);

    /** An end was written, for the first time. */
    void concluded(CallConcluded concluded);

    /** A flag on a caller was raised, changed or taken back. */
    void flagged(CallerNumber caller);
}
