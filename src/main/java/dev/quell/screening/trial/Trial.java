package dev.quell.screening.trial;

import dev.quell.blocklist.ListEntry;
import dev.quell.call.IncomingCall;
import dev.quell.classifier.Action;
import dev.quell.classifier.Verdict;
import dev.quell.screening.ScreeningSettings.Mode;
import java.util.Optional;

/**
 * What would happen to a call now.
 *
 * @param call the call that was thought of
 * @param entry the entry of the allow or block list that would decide, if there is one
 * @param mode whether the verdict would be acted upon
 */
public record Trial(IncomingCall call, Verdict verdict, Optional<ListEntry> entry, Mode mode) {

    /** What would be done, apart from the safety floor and the sample that passes all the same. */
    public Action done() {
        return mode == Mode.OBSERVE ? Action.PASS : verdict.action();
    }
}
