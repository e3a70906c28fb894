package dev.quell.backtest;

import dev.quell.backtest.input.RecordedCall;
import dev.quell.call.Attestation;
import dev.quell.call.CallId;
import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.call.Fingerprint;
import dev.quell.call.HangupSide;
import dev.quell.call.IncomingCall;
import dev.quell.call.Line;
import dev.quell.replay.RecordedEnding;
import dev.quell.screening.ScreeningSettings.Outcome;
import java.util.Optional;
import java.util.Set;

/** Makes calls and their ends of what other systems recorded. What a record does not tell is taken in the caller's favour. */
final class RecordedCalls {

    private static final String UNKNOWN = "unknown";

    private final Opaque opaque = new Opaque();
    private final Outcome settings;

    RecordedCalls(Outcome settings) {
        this.settings = settings;
    }

    IncomingCall call(RecordedCall record) {
        String trunk = record.trunk().isEmpty() ? UNKNOWN : record.trunk();
        CallerNumber caller = opaque.of(record.caller());
        return new IncomingCall(
                new CallId("record", Long.toString(record.lineNumber())),
                "",
                caller,
                "",
                Optional.empty(),
                Attestation.NONE,
                trunk,
                false,
                Line.standard(record.callee()),
                Fingerprint.UNKNOWN,
                false,
                false,
                "",
                record.start());
    }

    RecordedEnding ending(RecordedCall record) {
        return new RecordedEnding(outcome(record), record.lasted(), record.answered(), record.side(), Set.of());
    }

    /** A record knows nothing of silence: an answered call was short, or long, or somebody spoke. */
    private CallOutcome outcome(RecordedCall record) {
        if (!record.answered().isPositive()) {
            return switch (record.disposition()) {
                case ANSWERED, NO_ANSWER, UNKNOWN -> CallOutcome.ABANDONED;
                case BUSY, FAILED, CONGESTION -> CallOutcome.UNKNOWN;
            };
        }
        if (record.answered().compareTo(settings.shortUnder()) < 0) {
            return record.side() == HangupSide.OTHER ? CallOutcome.UNKNOWN : CallOutcome.SHORT;
        }
        return record.answered().compareTo(settings.goodTalk()) >= 0 ? CallOutcome.GOOD_TALK : CallOutcome.SPOKE;
    }
}
