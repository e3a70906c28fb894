package dev.quell.screening;

import dev.quell.blocklist.FingerprintShare;
import dev.quell.blocklist.Strikes;
import dev.quell.call.Attestation;
import dev.quell.call.CallOutcome;
import dev.quell.call.Profile;
import dev.quell.call.WayStep;
import dev.quell.traffic.Traffic;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the ladder of automatic blocks what callers did; nothing that was decided about them. */
@Component
public final class LadderFeed implements ScreenedListener {

    /** How long after it failed a block is considered again. */
    static final Duration AGAIN_AFTER = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(LadderFeed.class);

    private final FingerprintShare fingerprints;
    private final Strikes strikes;
    private final Traffic traffic;
    private final FailOpens failOpens;
    private final Executor later;

    @Autowired
    LadderFeed(FingerprintShare fingerprints, Strikes strikes, ObjectProvider<Traffic> traffic, FailOpens failOpens) {
        this(
                fingerprints,
                strikes,
                traffic.getIfAvailable(Traffic::noop),
                failOpens,
                CompletableFuture.delayedExecutor(
                        AGAIN_AFTER.toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread));
    }

    /** With the lists it feeds and the traffic that excuses callers; what fails is tried again at once. */
    public LadderFeed(FingerprintShare fingerprints, Strikes strikes, Traffic traffic, FailOpens failOpens) {
        this(fingerprints, strikes, traffic, failOpens, Runnable::run);
    }

    /** @param later runs what has failed once more */
    LadderFeed(FingerprintShare fingerprints, Strikes strikes, Traffic traffic, FailOpens failOpens, Executor later) {
        this.fingerprints = fingerprints;
        this.strikes = strikes;
        this.traffic = traffic;
        this.failOpens = failOpens;
        this.later = later;
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
            consider(() -> strikes.consider(call.caller(), attestation, call.outcome()));
        }
    }

    /** Strikes wait for the database no longer than calls do, and have time: what fails is done once more, and only then it is lost until the caller's next deed. */
    private void consider(Runnable strike) {
        try {
            strike.run();
        } catch (RuntimeException e) {
            LOG.debug("an automatic block could not be considered and will be once more", e);
            later.execute(() ->
                    failOpens.guard("strikes", strike, "no automatic block was made or lifted; look at the database"));
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
