package dev.quell.screening.ending;

import dev.quell.call.CallEnded;
import dev.quell.call.CallOutcome;
import dev.quell.call.WayStep;
import dev.quell.classifier.InCall;
import dev.quell.screening.CallConcluded;
import java.time.Duration;

/** What an ended call gives to weigh. Pure. */
public final class HeardInCall {

    private HeardInCall() {}

    /** What was heard in a call until its end. */
    public static InCall of(CallConcluded call) {
        return new InCall(call.conduct(), call.outcome() == CallOutcome.NO_MEDIA, quietFor(call));
    }

    /** With an agent or in a dialogue until release, whichever it was; nobody need speak in a queue. */
    private static Duration quietFor(CallConcluded call) {
        CallEnded ended = call.ended();
        boolean quiet =
                call.listened() && call.talk().soundless() && ended.packets().orElse(0) > 0;
        if (quiet && ended.way().contains(WayStep.RELEASE)) {
            return ended.answered();
        }
        return quiet && call.talk().whole() ? ended.withAgent().orElse(Duration.ZERO) : Duration.ZERO;
    }
}
