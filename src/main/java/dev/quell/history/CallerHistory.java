package dev.quell.history;

import dev.quell.call.CallerNumber;
import java.time.Instant;

/** The port to what callers did before. Answers from memory or the local database; fails open by an unchecked exception. */
public interface CallerHistory {

    /** What a caller did before; a stranger for a number that identifies nobody. */
    CallerProfile of(CallerNumber caller, Instant asOf);
}
