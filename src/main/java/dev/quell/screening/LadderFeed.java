package dev.quell.screening;

import dev.quell.blocklist.FingerprintShare;
import dev.quell.blocklist.Strikes;
import dev.quell.call.Attestation;
import dev.quell.call.CallOutcome;
import dev.quell.call.Profile;
import dev.quell.call.WayStep;
import dev.quell.traffic.Traffic;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the ladder of automatic blocks what callers did; nothing that was decided about them. */
@Component
public final class LadderFeed implements ScreenedListener {

    private final FingerprintShare fingerprints;
    private final Strikes strikes;
    private final Traffic traffic;
    private final FailOpens failOpens;

    @Autowired
    LadderFeed(FingerprintShare fingerprints, Strikes strikes, ObjectProvider<Traffic> traffic, FailOpens failOpens) {
        this(fingerprints, strikes, traffic.getIfAvailable(Traffic::noop), failOpens);
    }

    /** With the lists it feeds and the traffic that excuses callers. */
    public LadderFeed(FingerprintShare fingerprints, Strikes strikes, Traffic traffic, FailOpens failOpens) {
        this.fingerprints = fingerprints;
        this.strikes = strikes;
        this.traffic = traffic;
        this.failOpens = failOpens;
    }

    /** Takes note of the way in by which a caller came. */
    @Override
    public void screened(CallScreened call) {
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
        if (call.outcome() == CallOutcome.GOOD_TALK || (counts && !excused(call))) {
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

    /** Whether the trunk was at fault, the line flooded or the number borrowed, as far as that is known by now. */
    private boolean excused(CallConcluded call) {
        return failOpens.orElse(
                "traffic",
                () -> traffic.excuses(
                        call.caller(), call.trunk(), call.line(), call.ended().endedAt()),
                true,
                "nothing is held against a caller; this is a fault in Quell, please report it with the lines below");
    }

    private static boolean incident(CallConcluded call) {
        return call.outcome() == CallOutcome.SILENT || call.ended().way().contains(WayStep.FLAG);
    }
}
