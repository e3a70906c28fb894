package dev.quell.history;

import dev.quell.call.Attestation;
import dev.quell.call.IncomingCall;
import java.time.Duration;
import java.util.List;

/** Whose deeds earlier calls are, and the flags raised in them. */
final class Deeds {

    /** How long after a call's arrival a flag may still mean it. */
    private static final Duration LONGEST_CALL = Duration.ofHours(3);

    private Deeds() {}

    /**
     * Whether an earlier call is held against the present one: not if it was disturbed. The present call's full attestation proves whose it is and so leaves
     * to others what they did under its number without one; a call without it answers for all of the number's calls.
     */
    static boolean of(PastCall call, IncomingCall present) {
        return call.disturbances().isEmpty()
                && (present.attestation() != Attestation.A || call.attestation() == Attestation.A);
    }

    /** The same of a flag: the call that it means is the newest that had arrived by then. One that means no known call is held against the number. */
    static boolean of(PastFlag flag, List<PastCall> calls, IncomingCall present) {
        for (int i = calls.size() - 1; i >= 0; i--) {
            PastCall call = calls.get(i);
            if (!call.arrivedAt().isAfter(flag.at())) {
                return !call.arrivedAt().plus(LONGEST_CALL).isAfter(flag.at()) || of(call, present);
            }
        }
        return true;
    }

    /** Whether an earlier good talk speaks for the present call: the talks of calls signed A are not those of a call whose signature fails. */
    static boolean vouches(PastCall call, IncomingCall present) {
        return present.attestation() != Attestation.FAILED || call.attestation() != Attestation.A;
    }
}
