package dev.quell.history;

import static dev.quell.testing.CallBuilder.aCall;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.Attestation;
import dev.quell.call.CallId;
import dev.quell.call.CallOutcome;
import dev.quell.call.Disturbance;
import dev.quell.call.HangupSide;
import dev.quell.call.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which flags are held against a call, and what lifts them. */
class CallerFactsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final Instant THEN = NOW.minus(Duration.ofDays(3));
    private static final Duration WINDOW = Duration.ofDays(30);

    private static PastCall call(Instant at, Attestation signed, CallOutcome outcome, Disturbance... disturbances) {
        return new PastCall(
                new CallId("pbx", "call-" + at.getEpochSecond()),
                at,
                "4001",
                Profile.STANDARD,
                "carrier",
                "print",
                signed,
                Duration.ofSeconds(90),
                Duration.ofSeconds(90),
                HangupSide.CALLER,
                outcome,
                Set.of(),
                Set.of(disturbances));
    }

    private static CallerFacts facts(Attestation present, Duration flaggedAfter, PastCall... calls) {
        List<PastFlag> flags = List.of(PastFlag.whole(THEN.plus(flaggedAfter), "PJSIP/1001", "abuse"));
        return CallerFacts.of(
                new CallerProfile(List.of(calls), flags, Set.of(), NOW),
                aCall().attested(present).at(NOW));
    }

    private static int agents(Attestation present, Duration flaggedAfter, PastCall... calls) {
        return facts(present, flaggedAfter, calls).flags(WINDOW).agents();
    }

    @Test
    void aSignedCallDoesNotAnswerForFlagsOnCallsThatWereNot() {
        PastCall unsigned = call(THEN, Attestation.NONE, CallOutcome.SPOKE);
        PastCall signed = call(THEN, Attestation.A, CallOutcome.SPOKE);

        assertThat(agents(Attestation.A, Duration.ofMinutes(1), unsigned)).isZero();
        assertThat(agents(Attestation.A, Duration.ofMinutes(1), signed)).isEqualTo(1);
        assertThat(agents(Attestation.NONE, Duration.ofMinutes(1), unsigned)).isEqualTo(1);
        assertThat(agents(Attestation.NONE, Duration.ofMinutes(1), signed)).isEqualTo(1);
    }

    @Test
    void aFlagOnADisturbedCallIsHeldAgainstNobody() {
        PastCall borrowed = call(THEN, Attestation.NONE, CallOutcome.SPOKE, Disturbance.TWO_TRUNKS);

        assertThat(agents(Attestation.NONE, Duration.ofHours(3).minusMillis(1), borrowed))
                .isZero();
        assertThat(agents(Attestation.NONE, Duration.ofHours(3), borrowed)).isEqualTo(1);
    }

    @Test
    void aFlagMeansTheNewestCallThatHadArrived() {
        PastCall borrowed = call(THEN, Attestation.NONE, CallOutcome.SPOKE, Disturbance.TWO_TRUNKS);
        PastCall later = call(THEN.plusSeconds(60), Attestation.NONE, CallOutcome.SPOKE);

        assertThat(agents(Attestation.NONE, Duration.ofSeconds(59), borrowed, later))
                .isZero();
        assertThat(agents(Attestation.NONE, Duration.ofSeconds(60), borrowed, later))
                .isEqualTo(1);
        assertThat(agents(Attestation.NONE, Duration.ZERO.minusMillis(1), borrowed, later))
                .isEqualTo(1);
    }

    @Test
    void onlyATalkInALaterCallComesAfterTheFlag() {
        PastCall talk = call(THEN.plusSeconds(60), Attestation.NONE, CallOutcome.GOOD_TALK);
        PastCall spoke = call(THEN.plusSeconds(60), Attestation.NONE, CallOutcome.SPOKE);

        assertThat(facts(Attestation.NONE, Duration.ofSeconds(59), talk).talkedSinceFlagged(WINDOW))
                .isTrue();
        assertThat(facts(Attestation.NONE, Duration.ofSeconds(60), talk).talkedSinceFlagged(WINDOW))
                .isFalse();
        assertThat(facts(Attestation.NONE, Duration.ofSeconds(59), spoke).talkedSinceFlagged(WINDOW))
                .isFalse();
    }

    @Test
    void aTalkOfASignedCallDoesNotVouchForABrokenSignature() {
        PastCall talk = call(THEN.plusSeconds(60), Attestation.A, CallOutcome.GOOD_TALK);

        assertThat(facts(Attestation.FAILED, Duration.ofSeconds(59), talk).talkedSinceFlagged(WINDOW))
                .isFalse();
        assertThat(facts(Attestation.B, Duration.ofSeconds(59), talk).talkedSinceFlagged(WINDOW))
                .isTrue();
    }
}
