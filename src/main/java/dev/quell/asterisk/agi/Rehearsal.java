package dev.quell.asterisk.agi;

import dev.quell.call.CallToken;
import dev.quell.call.CaseNumber;
import dev.quell.call.IncomingCall;
import dev.quell.classifier.Action;
import dev.quell.classifier.Verdict;
import dev.quell.screening.CallScreened;
import dev.quell.screening.Screening;
import java.time.Duration;
import java.util.Optional;

/** Screening as it is tried before the port opens: decides in earnest and writes nothing down. */
final class Rehearsal implements Screening {

    private final Screening screening;

    Rehearsal(Screening screening) {
        this.screening = screening;
    }

    @Override
    public Optional<CallScreened> screen(IncomingCall call) {
        return Optional.of(new CallScreened(
                call,
                new CallToken("a".repeat(26)),
                new CaseNumber("00000000"),
                test(call),
                Action.PASS,
                "rehearsal",
                0,
                true,
                "",
                Duration.ZERO));
    }

    @Override
    public Verdict test(IncomingCall call) {
        return screening.test(call);
    }
}
