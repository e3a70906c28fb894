package dev.quell.blocklist;

import dev.quell.call.Attestation;
import dev.quell.call.CallOutcome;
import dev.quell.history.CallerProfile;
import dev.quell.history.PastCall;
import dev.quell.history.PastFlag;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Which of a caller's deeds may be held against the number when a block is considered. Pure. */
final class Conviction {

    /** The reason of a flag for silence: it says no more than the silent call itself. */
    static final String SILENCE = "silent";

    /** How long after a call's arrival a flag may still mean it. */
    private static final Duration LONGEST_CALL = Duration.ofHours(3);

    private Conviction() {}

    /**
     * The profile without what proves nothing: disturbed calls, and calls signed otherwise than the latest, with the flags raised on them. What came with
     * full attestation and what came without are two callers' deeds until the opposite is known. Good talks all stay, they speak for the number.
     */
    static CallerProfile held(CallerProfile profile, Attestation latest) {
        List<PastCall> calls = profile.calls().stream()
                .filter(call -> call.outcome() == CallOutcome.GOOD_TALK || isHeld(call, latest))
                .toList();
        List<PastFlag> flags = profile.flags().stream()
                .filter(flag -> flagged(flag, profile)
                        .filter(call -> !isHeld(call, latest))
                        .isEmpty())
                .toList();
        return new CallerProfile(calls, flags, profile.known(), profile.asOf());
    }

    private static boolean isHeld(PastCall call, Attestation latest) {
        boolean signedAlike = (call.attestation() == Attestation.A) == (latest == Attestation.A);
        return signedAlike && call.disturbances().isEmpty();
    }

    /** The call on which a flag was raised: the newest that had arrived by then. */
    static Optional<PastCall> flagged(PastFlag flag, CallerProfile profile) {
        return profile.calls().reversed().stream()
                .filter(call -> !call.arrivedAt().isAfter(flag.at()))
                .findFirst()
                .filter(call -> call.arrivedAt().plus(LONGEST_CALL).isAfter(flag.at()));
    }

    /** Whether somebody had a good talk under the number. */
    static boolean talked(CallerProfile profile) {
        return profile.calls().stream().anyMatch(call -> call.outcome() == CallOutcome.GOOD_TALK);
    }
}
