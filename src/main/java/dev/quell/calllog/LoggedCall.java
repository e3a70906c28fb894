package dev.quell.calllog;

import dev.quell.call.CallId;
import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.call.Conduct;
import dev.quell.call.HangupSide;
import dev.quell.call.WayStep;
import dev.quell.classifier.Action;
import dev.quell.classifier.Verdict;
import dev.quell.classifier.whatif.Circumstances;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One row of the call log.
 *
 * @param verdict empty if the call passed unscreened
 * @param applied what Asterisk was told; PASS for an unscreened call
 * @param caseNumber 8 digits, empty for an unscreened call
 * @param endedAt empty while the call lives
 * @param outcomeBecause why the outcome is what it is, in words
 * @param conduct what else the caller did in it; nothing in records of the first version
 * @param hindsight the verdict as known at the end, for people; empty if there is none
 * @param circumstances what of the line's settings bore on the action; empty if the call passed unscreened
 */
public record LoggedCall(
        CallId id,
        Instant arrivedAt,
        CallerNumber caller,
        String name,
        String line,
        String profile,
        String trunk,
        String attestation,
        String fingerprint,
        Optional<Verdict> verdict,
        Action applied,
        String appliedBecause,
        String caseNumber,
        Optional<Instant> endedAt,
        List<WayStep> way,
        Duration answered,
        Optional<Duration> withAgent,
        HangupSide side,
        OptionalLong packets,
        String queue,
        String agent,
        CallOutcome outcome,
        String outcomeBecause,
        Set<Conduct> conduct,
        Optional<Verdict> hindsight,
        Optional<Circumstances> circumstances) {

    public LoggedCall {
        way = List.copyOf(way);
        conduct = Set.copyOf(conduct);
    }

    /** A call of which no more is known than its outcome. */
    public LoggedCall(
            CallId id,
            Instant arrivedAt,
            CallerNumber caller,
            String name,
            String line,
            String profile,
            String trunk,
            String attestation,
            String fingerprint,
            Optional<Verdict> verdict,
            Action applied,
            String appliedBecause,
            String caseNumber,
            Optional<Instant> endedAt,
            List<WayStep> way,
            Duration answered,
            Optional<Duration> withAgent,
            HangupSide side,
            OptionalLong packets,
            String queue,
            String agent,
            CallOutcome outcome,
            String outcomeBecause) {
        this(
                id,
                arrivedAt,
                caller,
                name,
                line,
                profile,
                trunk,
                attestation,
                fingerprint,
                verdict,
                applied,
                appliedBecause,
                caseNumber,
                endedAt,
                way,
                answered,
                withAgent,
                side,
                packets,
                queue,
                agent,
                outcome,
                outcomeBecause,
                Set.of(),
                Optional.empty(),
                Optional.empty());
    }
}
