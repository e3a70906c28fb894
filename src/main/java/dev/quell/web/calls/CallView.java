package dev.quell.web.calls;

import dev.quell.call.CallOutcome;
import dev.quell.call.Conduct;
import dev.quell.call.HangupSide;
import dev.quell.call.WayStep;
import dev.quell.calllog.LoggedCall;
import dev.quell.classifier.Action;
import dev.quell.security.masking.Masking;
import dev.quell.web.verdict.VerdictView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call as the REST interface shows it; what is not known is left out.
 *
 * @param id server and linkedid
 * @param caseNumber what the caller can quote, 8 digits
 * @param callerName chosen by the caller; never take it for a fact
 * @param conduct what else the caller did in it
 * @param hindsight the verdict as known at the end, with what was heard in the call; it was not acted upon
 */
public record CallView(
        String id,
        @Nullable String caseNumber,
        Instant arrivedAt,
        String caller,
        String callerName,
        String line,
        String profile,
        String trunk,
        String attestation,
        String fingerprint,
        @Nullable VerdictView verdict,
        Action applied,
        String appliedBecause,
        @Nullable Instant endedAt,
        List<WayStep> way,
        Duration answered,
        @Nullable Duration withAgent,
        HangupSide side,
        @Nullable Long packets,
        String queue,
        String agent,
        CallOutcome outcome,
        String outcomeBecause,
        List<Conduct> conduct,
        @Nullable VerdictView hindsight) {
    /** Shows a call. */
    public static CallView of(LoggedCall call) {
        return new CallView(
                call.id().toString(),
                call.caseNumber().isEmpty() ? null : call.caseNumber(),
                call.arrivedAt(),
                Masking.show(call.caller()),
                Masking.text(call.name()),
                call.line(),
                call.profile(),
                call.trunk(),
                call.attestation(),
                call.fingerprint(),
                call.verdict().map(VerdictView::of).orElse(null),
                call.applied(),
                call.appliedBecause(),
                call.endedAt().orElse(null),
                call.way(),
                call.answered(),
                call.withAgent().orElse(null),
                call.side(),
                call.packets().isPresent() ? call.packets().getAsLong() : null,
                call.queue(),
                call.agent(),
                call.outcome(),
                call.outcomeBecause(),
                call.conduct().stream().sorted().toList(),
                call.hindsight().map(VerdictView::of).orElse(null));
    }
}
