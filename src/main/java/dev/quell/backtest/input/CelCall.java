package dev.quell.backtest.input;

import dev.quell.call.HangupSide;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call whose channel events are being gathered; the facts of the caller's own channel count. */
final class CelCall {

    private static final int USER_BUSY = 17;

    private final RecordedCaller caller;
    private final String callee;
    private final String context;
    private final String channel;
    private final Instant start;
    private final long line;
    private Instant end;
    private @Nullable Instant answered;
    private @Nullable Instant bridged;
    private boolean others;
    private boolean busy;
    private HangupSide side = HangupSide.UNKNOWN;
    private int events = 1;

    CelCall(RecordedCaller caller, Row row, Instant start) {
        this.caller = caller;
        this.callee = row.text(Column.CALLEE);
        this.context = row.text(Column.CONTEXT);
        this.channel = row.text(Column.CHANNEL);
        this.start = start;
        this.end = start;
        this.line = row.line();
    }

    void event(String event, Row row, Instant at) {
        events++;
        end = at.isAfter(end) ? at : end;
        if (!row.text(Column.CHANNEL).equals(channel)) {
            others |= event.equals("CHAN_START");
            return;
        }
        switch (event) {
            case "ANSWER" -> answered = answered == null ? at : answered;
            case "BRIDGE_ENTER" -> bridged = bridged == null ? at : bridged;
            case "HANGUP" -> hungUp(HangupExtra.of(row.text(Column.EXTRA)));
            default -> {
                // tells nothing that a recorded call has
            }
        }
    }

    private void hungUp(HangupExtra extra) {
        busy = extra.cause() == USER_BUSY;
        if (!extra.source().isEmpty()) {
            side = extra.source().equals(channel) ? HangupSide.CALLER : HangupSide.OTHER;
        }
    }

    int events() {
        return events;
    }

    String context() {
        return context;
    }

    String channel() {
        return channel;
    }

    /** Answered: talked with another channel, or was answered by the dialplan and no other was ever rung. */
    RecordedCall call() {
        Instant answer = bridged != null ? bridged : others ? null : answered;
        RecordedDisposition unanswered = busy ? RecordedDisposition.BUSY : RecordedDisposition.NO_ANSWER;
        return new RecordedCall(
                caller,
                callee,
                start,
                Duration.between(start, end),
                answer == null || answer.isBefore(start) ? Duration.ZERO : Duration.between(answer, end),
                answer == null ? unanswered : RecordedDisposition.ANSWERED,
                OpenCall.trunk(channel),
                side,
                Optional.empty(),
                line);
    }
}
