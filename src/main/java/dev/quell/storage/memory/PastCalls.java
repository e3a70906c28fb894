package dev.quell.storage.memory;

import dev.quell.call.CallerNumber;
import dev.quell.history.CallerProfile;
import dev.quell.history.PastCall;
import dev.quell.history.PastFlag;
import java.time.Instant;
import java.util.List;

/** What is stored of one caller, without anything that was decided. */
public interface PastCalls {

    /** The caller's calls since a moment, oldest first, the newest {@link CallerProfile#MAX_CALLS} at most. */
    List<PastCall> calls(CallerNumber caller, Instant from);

    /** The standing flags on the caller's calls since a moment, oldest first. */
    List<PastFlag> flags(CallerNumber caller, Instant from);
}
