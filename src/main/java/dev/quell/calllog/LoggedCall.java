package dev.quell.calllog;

import dev.quell.call.CallId;
import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.call.HangupSide;
import dev.quell.call.WayStep;
import dev.quell.classifier.Action;
import dev.quell.classifier.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One row of the call log.
 *
 * @param verdict empty if the call passed unscreened
 * @param applied what Asterisk was told; PASS for an unscreened call
 * @param caseNumber 8 digits, empty for an unscreened call
 * @param endedAt empty while the call lives
 * @param outcomeBecause why the outcome is what it is, in words
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
        String outcomeBecause) {

    public LoggedCall {
        way = List.copyOf(way);
    }
}
