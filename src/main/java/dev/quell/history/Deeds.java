package dev.quell.history;

import dev.quell.call.Attestation;
import dev.quell.call.IncomingCall;

/** Whose deeds earlier calls are. */
final class Deeds {

    private Deeds() {}

    /**
     * Whether an earlier call is held against the present one: not if it was disturbed. The present call's full attestation proves whose it is and so leaves
     * to others what they did under its number without one; a call without it answers for all of the number's calls.
     */
    static boolean of(PastCall call, IncomingCall present) {
        return call.disturbances().isEmpty()
                && (present.attestation() != Attestation.A || call.attestation() == Attestation.A);
    }
}
