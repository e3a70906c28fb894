package dev.quell.flag.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.quell.call.CallId;
import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FlagLedgerTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final Instant LATER = NOW.plusMillis(1);
    private static final String ANN = "PJSIP/1001";
    private static final String BOB = "PJSIP/1002";
    private static final CallerNumber CALLER = new CallerNumber.E164("+8613800138000");

    private final FlagLedger ledger = new FlagLedger();

    private static CallId call(int n) {
        return new CallId("pbx", "1763800000." + n);
    }

    private void flagged(int call, String agent) {
        ledger.flagged(CALLER, call(call), agent, NOW);
    }

    private void ended(String agent, CallOutcome outcome, Instant arrivedAt) {
        ledger.ended(CALLER, agent, outcome, arrivedAt);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 1",
        "20, 0, 1",
        "0, 1, 0.769",
        "0, 3, 0.481",
        "0, 5, 0.308",
        "0, 12, 0.0226",
        "0, 13, 0",
        "0, 40, 0",
        "10, 10, 0.508",
        "9, 1, 1",
        "8, 1, 0.989",
    })
    void weightIsThePosteriorMeanBetweenOneInFourAndThePrior(int held, int failed, double weight) {
        assertThat(new FlagTrust(held, failed, 7).weight()).isCloseTo(weight, within(0.001));
    }

    @Test
    void opinionsAreNotFewerThanNone() {
        assertThatThrownBy(() -> new FlagTrust(0, -1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void newAgentCountsWhole() {
        assertThat(ledger.of(ANN)).isEqualTo(FlagTrust.NEW);
        assertThat(ledger.weight(ANN)).isEqualTo(1);
        assertThat(ledger.all()).isEmpty();
    }

    @Test
    void flagIsOpenUntilSomethingIsKnown() {
        flagged(1, ANN);

        assertThat(ledger.of(ANN)).isEqualTo(new FlagTrust(0, 0, 1));
    }

    @Test
    void flagsOnOneNumberAreOneOpinion() {
        flagged(1, ANN);
        flagged(2, ANN);
        flagged(2, ANN);

        assertThat(ledger.of(ANN)).isEqualTo(new FlagTrust(0, 0, 1));
    }

    @Test
    void flagsOfTwoAgentsBothHold() {
        flagged(1, ANN);
        flagged(2, BOB);

        assertThat(ledger.of(ANN)).isEqualTo(new FlagTrust(1, 0, 0));
        assertThat(ledger.of(BOB)).isEqualTo(new FlagTrust(1, 0, 0));
    }

    @Test
    void flagOnAnotherNumberBearsNothingOut() {
        flagged(1, ANN);
        ledger.flagged(new CallerNumber.E164("+8613800138001"), call(2), BOB, NOW);

        assertThat(ledger.of(ANN)).isEqualTo(new FlagTrust(0, 0, 1));
    }

    @ParameterizedTest
    @EnumSource(
            value = CallOutcome.class,
            names = {"SILENT", "NOISE"})
    void laterNuisanceBearsAFlagOut(CallOutcome outcome) {
        flagged(1, ANN);
        ended("", outcome, NOW);
        assertThat(ledger.of(ANN)).as("the flagged call itself").isEqualTo(new FlagTrust(0, 0, 1));

        ended("", outcome, LATER);

        assertThat(ledger.of(ANN)).isEqualTo(new FlagTrust(1, 0, 0));
    }

    @ParameterizedTest
    @EnumSource(
            value = CallOutcome.class,
            names = {"SPOKE", "SHORT", "NO_MEDIA", "ABANDONED", "UNKNOWN"})
    void otherOutcomesTellNothing(CallOutcome outcome) {
        flagged(1, ANN);
        ended(BOB, outcome, LATER);

        assertThat(ledger.of(ANN)).isEqualTo(new FlagTrust(0, 0, 1));
    }

    @Test
    void laterGoodTalkWithAnotherAgentSpeaksAgainstAFlag() {
        flagged(1, ANN);
        ended(BOB, CallOutcome.GOOD_TALK, NOW);
        ended(ANN, CallOutcome.GOOD_TALK, LATER);
        ended("", CallOutcome.GOOD_TALK, LATER);
        assertThat(ledger.of(ANN)).isEqualTo(new FlagTrust(0, 0, 1));

        ended(BOB, CallOutcome.GOOD_TALK, LATER);
        ended("", CallOutcome.SILENT, LATER);

        assertThat(ledger.of(ANN)).isEqualTo(new FlagTrust(0, 1, 0));
    }

    @Test
    void secondAgentsFlagWinsOverAGoodTalk() {
        flagged(1, ANN);
        ended(BOB, CallOutcome.GOOD_TALK, LATER);
        flagged(2, BOB);

        assertThat(ledger.of(ANN)).isEqualTo(new FlagTrust(1, 0, 0));
    }

    @Test
    void flagTakenBackByItsAgentWasNeverSaid() {
        flagged(1, ANN);
        flagged(2, BOB);
        ledger.undone(CALLER, call(1), ANN, ANN);

        assertThat(ledger.all()).containsOnlyKeys(BOB);
        assertThat(ledger.of(BOB)).isEqualTo(new FlagTrust(0, 0, 1));
    }

    @Test
    void opinionStandsWhileOneOfItsFlagsDoes() {
        flagged(1, ANN);
        flagged(2, ANN);
        ledger.undone(CALLER, call(1), ANN, ANN);

        assertThat(ledger.of(ANN)).isEqualTo(new FlagTrust(0, 0, 1));
    }

    @Test
    void flagTakenBackBySomebodyElseFailed() {
        flagged(1, ANN);
        flagged(2, BOB);
        ledger.undone(CALLER, call(1), ANN, "supervisor");

        assertThat(ledger.of(ANN)).isEqualTo(new FlagTrust(0, 1, 0));
        assertThat(ledger.of(BOB)).as("a refuted flag bears nothing out").isEqualTo(new FlagTrust(0, 0, 1));
    }

    @Test
    void whatIsToldOfNumbersThatNobodyFlaggedIsNotKept() {
        ended(BOB, CallOutcome.GOOD_TALK, LATER);
        flagged(1, ANN);

        assertThat(ledger.of(ANN)).isEqualTo(new FlagTrust(0, 0, 1));
    }

    @Test
    void oldNumbersAreForgotten() {
        flagged(1, ANN);
        ledger.forgetBefore(NOW);
        assertThat(ledger.of(ANN)).isEqualTo(new FlagTrust(0, 0, 1));

        ledger.forgetBefore(NOW.plus(Duration.ofMillis(1)));

        assertThat(ledger.all()).isEmpty();
    }

    @Test
    void agentWhoseFlagsFailCountsLessAndLess() {
        for (int n = 0; n < 13; n++) {
            CallerNumber caller = new CallerNumber.E164("+86138001380" + (10 + n));
            ledger.flagged(caller, call(n), ANN, NOW);
            ledger.ended(caller, BOB, CallOutcome.GOOD_TALK, LATER);
        }

        assertThat(ledger.of(ANN)).isEqualTo(new FlagTrust(0, 13, 0));
        assertThat(ledger.weight(ANN)).isZero();
    }
}
