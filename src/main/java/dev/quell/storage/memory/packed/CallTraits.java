package dev.quell.storage.memory.packed;

import dev.quell.call.Attestation;
import dev.quell.call.CallOutcome;
import dev.quell.call.Conduct;
import dev.quell.call.Disturbance;
import dev.quell.call.HangupSide;
import dev.quell.call.Profile;
import dev.quell.history.PastCall;
import java.util.Set;

/**
 * What of a call is one of a few words, all of it in one number, what is seldom set in its upper end. The number means nothing outside this process.
 *
 * @param numbered whether the call's id has Asterisk's usual form
 */
@SuppressWarnings("EnumOrdinal") // so short-lived a number may follow the order in the source
record CallTraits(
        boolean numbered,
        Profile profile,
        Attestation attestation,
        HangupSide side,
        CallOutcome outcome,
        Set<Conduct> conduct,
        Set<Disturbance> disturbances) {

    private static final Profile[] PROFILES = Profile.values();
    private static final Attestation[] ATTESTATIONS = Attestation.values();
    private static final HangupSide[] SIDES = HangupSide.values();
    private static final CallOutcome[] OUTCOMES = CallOutcome.values();
    private static final EnumSets<Conduct> CONDUCTS = new EnumSets<>(Conduct.class);
    private static final EnumSets<Disturbance> DISTURBANCES = new EnumSets<>(Disturbance.class);

    static CallTraits of(PastCall call, boolean numbered) {
        return new CallTraits(
                numbered,
                call.profile(),
                call.attestation(),
                call.side(),
                call.outcome(),
                call.conduct(),
                call.disturbances());
    }

    long code() {
        long code = DISTURBANCES.number(disturbances);
        code = code * CONDUCTS.count() + CONDUCTS.number(conduct);
        code = code * OUTCOMES.length + outcome.ordinal();
        code = code * SIDES.length + side.ordinal();
        code = code * ATTESTATIONS.length + attestation.ordinal();
        code = code * PROFILES.length + profile.ordinal();
        return code << 1 | (numbered ? 1 : 0);
    }

    static boolean numbered(long code) {
        return (code & 1) != 0;
    }

    static CallTraits of(long code) {
        int rest = (int) (code >>> 1);
        Profile profile = PROFILES[rest % PROFILES.length];
        rest /= PROFILES.length;
        Attestation attestation = ATTESTATIONS[rest % ATTESTATIONS.length];
        rest /= ATTESTATIONS.length;
        HangupSide side = SIDES[rest % SIDES.length];
        rest /= SIDES.length;
        CallOutcome outcome = OUTCOMES[rest % OUTCOMES.length];
        rest /= OUTCOMES.length;
        Set<Conduct> conduct = CONDUCTS.of(rest % CONDUCTS.count());
        return new CallTraits(
                numbered(code), profile, attestation, side, outcome, conduct, DISTURBANCES.of(rest / CONDUCTS.count()));
    }
}
