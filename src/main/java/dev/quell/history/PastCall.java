package dev.quell.history;

import dev.quell.call.Attestation;
import dev.quell.call.CallId;
import dev.quell.call.CallOutcome;
import dev.quell.call.Conduct;
import dev.quell.call.Disturbance;
import dev.quell.call.HangupSide;
import dev.quell.call.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * One earlier call of a caller, by what the caller did in it. What was decided about it is left out on purpose.
 *
 * @param line the number called
 * @param profile the line's profile at that time; {@link Profile#PROTECTED} also where it is not known (an unscreened call), so that the call counts
 *     for no block
 * @param fingerprint the signalling fingerprint's key
 * @param attestation what the call's own signature said
 * @param lasted from arrival to end; zero while the call lives
 * @param answered from answer to end; zero if never answered or not ended yet
 * @param outcome {@link CallOutcome#UNKNOWN} while the call lives
 * @param conduct what else the caller did in it
 * @param disturbances what went on around it when it arrived; with any of them it counts for no block
 */
public record PastCall(
        CallId id,
        Instant arrivedAt,
        String line,
        Profile profile,
        String trunk,
        String fingerprint,
        Attestation attestation,
        Duration lasted,
        Duration answered,
        HangupSide side,
        CallOutcome outcome,
        Set<Conduct> conduct,
        Set<Disturbance> disturbances) {

    public PastCall {
        conduct = Set.copyOf(conduct);
        disturbances = Set.copyOf(disturbances);
    }

    /** A call that came while nothing out of the ordinary went on. */
    public PastCall(
            CallId id,
            Instant arrivedAt,
            String line,
            Profile profile,
            String trunk,
            String fingerprint,
            Attestation attestation,
            Duration lasted,
            Duration answered,
            HangupSide side,
            CallOutcome outcome,
            Set<Conduct> conduct) {
        this(
                id,
                arrivedAt,
                line,
                profile,
                trunk,
                fingerprint,
                attestation,
                lasted,
                answered,
                side,
                outcome,
                conduct,
                Set.of());
    }
}
