package dev.quell.storage.redis.calls;

import dev.quell.call.CallEnded;
import dev.quell.call.CallId;
import dev.quell.call.CallerNumber;
import dev.quell.call.IncomingCall;
import dev.quell.screening.CallConcluded;
import dev.quell.screening.CallScreened;
import java.time.Instant;

/**
 * What is written of one call: its arrival, its end, or both.
 *
 * @param arrivedAt of a call that passed unscreened reckoned from its end
 * @param arrival what the arrival told, as {@link CallText} has it; empty if it is not told
 * @param end what the end told; empty if it is not told
 */
record ToldCall(CallerNumber caller, CallId id, Instant arrivedAt, String arrival, String end) {

    static ToldCall of(CallScreened screened) {
        IncomingCall call = screened.call();
        return new ToldCall(
                call.caller(),
                call.id(),
                call.arrivedAt(),
                CallText.arrival(
                        call.line().number(),
                        call.line().profile(),
                        call.trunk(),
                        call.fingerprint().key(),
                        call.attestation(),
                        screened.disturbances()),
                "");
    }

    /**
     * An end, with the arrival if the call was screened.
     *
     * @param teller the mark of the instance that tells it
     */
    static ToldCall of(CallConcluded concluded, String teller) {
        CallEnded ended = concluded.ended();
        CallText.End end = new CallText.End(
                ended.endedAt(), ended.answered(), ended.side(), concluded.outcome(), concluded.conduct(), teller);
        if (concluded.screened().isEmpty()) {
            return new ToldCall(
                    concluded.caller(),
                    ended.id(),
                    ended.endedAt().minus(ended.answered()),
                    "",
                    CallText.unscreened(end, concluded.line(), concluded.trunk()));
        }
        ToldCall arrived = of(concluded.screened().get());
        return new ToldCall(arrived.caller, arrived.id, arrived.arrivedAt, arrived.arrival, CallText.screened(end));
    }

    boolean ends() {
        return !end.isEmpty();
    }
}
