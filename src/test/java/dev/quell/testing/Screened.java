package dev.quell.testing;

import dev.quell.call.IncomingCall;
import dev.quell.screening.CallJournal;
import dev.quell.screening.CallScreened;
import dev.quell.screening.Screening;
import java.util.Optional;
import org.awaitility.Awaitility;

/** Calls that a running service screens, however slow the disk is: one that passes unscreened for that is written down later. */
public final class Screened {

    private Screened() {}

    /** A call that is in the log. */
    public static CallScreened by(Screening screening, CallJournal journal, IncomingCall call) {
        return screening
                .screen(call)
                .orElseGet(() -> Awaitility.await()
                        .until(() -> journal.find(call.id()), Optional::isPresent)
                        .orElseThrow());
    }
}
