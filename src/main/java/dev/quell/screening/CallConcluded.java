package dev.quell.screening;

import dev.quell.call.CallEnded;
import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.call.Conduct;
import dev.quell.call.Conducts;
import dev.quell.call.TalkReport;
import dev.quell.classifier.Verdict;
import java.util.Optional;
import java.util.Set;

/**
 * A call has ended and what it was is known.
 *
 * @param caller who called; of an unscreened call as far as the dialplan told
 * @param line the number called
 * @param outcome what the caller did
 * @param because why it is taken for that, in words
 * @param screened the verdict's record, empty if the call passed unscreened
 * @param hindsight the verdict as known at the end, with what was heard in the call; for people and reports, never evidence for a later call; empty for
 *     an unscreened call, or if it could not be made
 */
public record CallConcluded(
        CallEnded ended,
        CallerNumber caller,
        String line,
        String trunk,
        TalkReport talk,
        CallOutcome outcome,
        String because,
        Optional<CallScreened> screened,
        Optional<Verdict> hindsight) {

    /** Without a second verdict. */
    public CallConcluded(
            CallEnded ended,
            CallerNumber caller,
            String line,
            String trunk,
            TalkReport talk,
            CallOutcome outcome,
            String because,
            Optional<CallScreened> screened) {
        this(ended, caller, line, trunk, talk, outcome, because, screened, Optional.empty());
    }

    /** Whether talk detection was on, so that silence would have been noticed. */
    public boolean listened() {
        return screened.filter(call -> call.talkThreshold() > 0).isPresent();
    }

    /** What else the caller did in it. */
    public Set<Conduct> conduct() {
        return Conducts.of(ended, talk, listened());
    }

    /** The same with the verdict as known at the end. */
    public CallConcluded with(Optional<Verdict> verdict) {
        return new CallConcluded(ended, caller, line, trunk, talk, outcome, because, screened, verdict);
    }
}
