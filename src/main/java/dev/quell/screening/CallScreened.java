package dev.quell.screening;

import dev.quell.call.CallToken;
import dev.quell.call.CaseNumber;
import dev.quell.call.Disturbance;
import dev.quell.call.IncomingCall;
import dev.quell.classifier.Action;
import dev.quell.classifier.Verdict;
import java.time.Duration;
import java.util.Set;

/**
 * A call was screened: what was decided and what was done about it. Written down before Asterisk gets the answer.
 *
 * @param applied what Asterisk was told; differs from the verdict's action in observe mode, in the holdout and under the safety floor
 * @param appliedBecause why it was applied as it was: {@code enforce}, {@code observe}, {@code holdout}, {@code floor}
 * @param talkThreshold amplitude for talk detection, 0 if it stays off
 * @param keyLeadsToQueue whether a key in the deterrent queue leads back to the site's queue; otherwise to redress only
 * @param label what a tagged call's agent sees, at most 30 of {@code [A-Za-z0-9_-]}
 * @param took time from the request to the decision
 * @param disturbances what went on around the call when it arrived
 */
public record CallScreened(
        IncomingCall call,
        CallToken token,
        CaseNumber caseNumber,
        Verdict verdict,
        Action applied,
        String appliedBecause,
        int talkThreshold,
        boolean keyLeadsToQueue,
        String label,
        Duration took,
        Set<Disturbance> disturbances) {

    public CallScreened {
        disturbances = Set.copyOf(disturbances);
    }

    /** A call that came while nothing out of the ordinary went on. */
    public CallScreened(
            IncomingCall call,
            CallToken token,
            CaseNumber caseNumber,
            Verdict verdict,
            Action applied,
            String appliedBecause,
            int talkThreshold,
            boolean keyLeadsToQueue,
            String label,
            Duration took) {
        this(
                call,
                token,
                caseNumber,
                verdict,
                applied,
                appliedBecause,
                talkThreshold,
                keyLeadsToQueue,
                label,
                took,
                Set.of());
    }
}
