package dev.quell.screening;

import dev.quell.call.CallEnded;
import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.call.TalkReport;
import java.util.Optional;

/**
 * A call has ended and what it was is known.
 *
 * @param caller who called; of an unscreened call as far as the dialplan told
 * @param line the number called
 * @param outcome what the caller did
 * @param because why it is taken for that, in words
 * @param screened the verdict's record, empty if the call passed unscreened
 */
public record CallConcluded(
        CallEnded ended,
        CallerNumber caller,
        String line,
        String trunk,
        TalkReport talk,
        CallOutcome outcome,
        String because,
        Optional<CallScreened> screened) {}
