package dev.quell.treatment;

import dev.quell.call.CallId;
import dev.quell.classifier.Action;
import java.util.Map;

/** The port to the dialogues that this instance leads at this moment; for people to look at. */
@FunctionalInterface
public interface RunningDialogues {

    /** Which call is in which: LISTEN or CHALLENGE. Answers at once. */
    Map<CallId, Action> now();
}
