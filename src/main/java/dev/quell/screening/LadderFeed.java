package dev.quell.screening;

import dev.quell.blocklist.FingerprintShare;
import dev.quell.blocklist.Strikes;
import dev.quell.call.Attestation;
import dev.quell.call.CallOutcome;
import dev.quell.call.Profile;
import dev.quell.call.WayStep;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the ladder of automatic blocks what callers did; nothing that was decided about them. */
@Component
public final class LadderFeed {

    private final FingerprintShare fingerprints;
    private final Strikes strikes;
    private final FailOpens failOpens;

    /** With the lists it feeds. */
    public LadderFeed(FingerprintShare fingerprints, Strikes strikes, FailOpens failOpens) {
        this.fingerprints = fingerprints;
        this.strikes = strikes;
        this.failOpens = failOpens;
    }

    /** Takes note of the way in by which a caller came. */
    @EventListener
    public void on(CallScreened call) {
        fingerprints.seen(
                call.call().caller(),
                call.call().trunk(),
                call.call().fingerprint().key());
    }

    /** A call to a protected line, or one that passed unscreened, moves nobody up; a good talk there still lifts. */
    @EventListener
    public void on(CallConcluded call) {
        boolean counts = call.screened()
                .filter(screened -> screened.call().line().profile() != Profile.PROTECTED)
                .isPresent();
        if (counts || call.outcome() == CallOutcome.GOOD_TALK) {
            // A signed call speaks for its own deed alone: others may have shown the number before.
            Attestation attestation = call.screened()
                    .filter(screened -> incident(call))
                    .map(screened -> screened.call().attestation())
                    .orElse(Attestation.NONE);
            failOpens.guard(
                    "strikes",
                    () -> strikes.consider(call.caller(), attestation, call.outcome()),
                    "no automatic block was made or lifted; look at the database");
        }
    }

    private static boolean incident(CallConcluded call) {
        return call.outcome() == CallOutcome.SILENT || call.ended().way().contains(WayStep.FLAG);
    }
}
