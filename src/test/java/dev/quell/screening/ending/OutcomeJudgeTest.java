package dev.quell.screening.ending;

import static dev.quell.testing.EndBuilder.anEnd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallEnded;
import dev.quell.call.CallOutcome;
import dev.quell.call.HangupSide;
import dev.quell.call.TalkReport;
import dev.quell.screening.ScreeningSettings;
import dev.quell.testing.EndBuilder;
import dev.quell.testing.ShippedSettings;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeJudgeTest {

    private static final Instant END = Instant.parse("2026-11-20T08:00:00Z");
    private static final TalkReport QUIET = heard(true, 0, 0, 0);

    private final OutcomeJudge judge = new OutcomeJudge(
            ShippedSettings.of("quell.screening", ScreeningSettings.class).outcome());

    /** Seconds with an agent (-1: not known), packets (-1: not known), whole, detection on, then total, longest and current burst in ms. */
    @ParameterizedTest
    @CsvSource({
        // silence counts from 8 s with an agent, with packets, detection on, events whole
        "8, 1, true, true, 0, 0, 0, SILENT, '8 seconds with an agent, packets came and no speech'",
        "7, 1, true, true, 0, 0, 0, UNKNOWN, 'with an agent for less than 8 s, or not known how long'",
        "-1, 1000, true, true, 0, 0, 0, UNKNOWN, 'with an agent for less than 8 s, or not known how long'",
        "20, 0, true, true, 0, 0, 0, NO_MEDIA, answered and not one packet came",
        "20, -1, true, true, 0, 0, 0, UNKNOWN, 'no speech heard, and whether packets came is not known'",
        "20, 1000, false, true, 0, 0, 0, UNKNOWN, the manager events of that Asterisk were not whole",
        "20, 1000, true, false, 0, 0, 0, UNKNOWN, talk detection was off",
        // speech: a burst of 120 ms and 400 ms in all
        "20, 1000, true, true, 400, 120, 0, SPOKE, spoke",
        "20, 1000, true, true, 399, 399, 0, UNKNOWN, 'a sound, too short to be told from speech'",
        "20, 1000, true, true, 4000, 119, 0, UNKNOWN, 'a sound, too short to be told from speech'",
        "20, 1000, false, false, 400, 120, 0, SPOKE, spoke",
        // a burst that began and did not end
        "20, 1000, true, true, 0, 0, 1, UNKNOWN, a sound had begun and not ended",
        "20, 1000, true, true, 0, 0, 14999, UNKNOWN, a sound had begun and not ended",
        "20, 1000, true, true, 0, 0, 15000, NOISE, sound that never paused",
        // a good talk: 60 s with an agent and speech, or nothing to hear by
        "60, 1000, true, true, 400, 120, 0, GOOD_TALK, 60 seconds with an agent and speech",
        "59, 1000, true, true, 400, 120, 0, SPOKE, spoke",
        "60, 1000, true, true, 0, 0, 0, SILENT, '60 seconds with an agent, packets came and no speech'",
        "60, 1000, false, true, 0, 0, 0, GOOD_TALK, '60 seconds with an agent, speech could not be listened for'",
        "60, -1, true, false, 0, 0, 0, GOOD_TALK, '60 seconds with an agent, speech could not be listened for'",
        "59, 1000, false, true, 0, 0, 0, UNKNOWN, the manager events of that Asterisk were not whole",
        "60, 0, false, true, 0, 0, 0, NO_MEDIA, answered and not one packet came"
    })
    void aCallWithAnAgent(
            long agent,
            long packets,
            boolean whole,
            boolean on,
            int total,
            int longest,
            int current,
            CallOutcome outcome,
            String because) {
        CallEnded end = anEnd().withAgent(agent).packets(packets).at(END);

        assertThat(judge.judge(end, heard(whole, total, longest, current), on))
                .isEqualTo(new Judgement(outcome, because));
    }

    @ParameterizedTest
    @CsvSource({
        "LISTEN-RELEASE, 1000, SILENT",
        "LISTEN-RELEASE, 0, NO_MEDIA",
        "LISTEN-RELEASE, -1, UNKNOWN",
        "LISTEN-NO_MEDIA, -1, NO_MEDIA",
        "LISTEN-RESCUED_SPEECH-QUEUE, 1000, SPOKE",
        "LISTEN-RESCUED_KEY-QUEUE, 0, SPOKE",
        "CHALLENGE-RESCUED_KEY-QUEUE, 1000, SPOKE",
        "LISTEN-NOISE-QUEUE, 1000, NOISE",
        "LISTEN-NOT_HEARD-QUEUE, 1000, ABANDONED",
        "LISTEN, 1000, UNKNOWN",
        "CHALLENGE, 1000, UNKNOWN",
        "DETER-LEFT, 1000, UNKNOWN",
        "DETER-TIMEOUT, 1000, UNKNOWN",
        "DETER-FULL, 1000, UNKNOWN",
        "DETER-KEY-REDRESS, 1000, SPOKE",
        "PASS-FLAG-LISTEN-RELEASE, 1000, SILENT",
        "UNSCREENED_GUARD, 1000, ABANDONED"
    })
    void aCallThatNoAgentHad(String way, long packets, CallOutcome outcome) {
        CallEnded end = anEnd().way(way).noAgent().packets(packets).at(END);

        assertThat(judge.judge(end, QUIET, true).outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"0, SILENT", "1, UNKNOWN", "399, UNKNOWN"})
    void aCoughBeforeTheReleaseIsNotSilence(int total, CallOutcome outcome) {
        CallEnded end = anEnd().way("LISTEN-RELEASE").noAgent().packets(1000).at(END);

        assertThat(judge.judge(end, heard(true, total, total, 0), true).outcome())
                .isEqualTo(outcome);
    }

    @Test
    void aRefusedCallerHasDoneNothing() {
        CallEnded end =
                anEnd().way("REJECT").answered(0).noAgent().noQueue().packets(0).at(END);

        assertThat(judge.judge(end, QUIET, true))
                .isEqualTo(new Judgement(CallOutcome.UNKNOWN, "refused before answer"));
    }

    @Test
    void neverAnsweredIsAbandoned() {
        CallEnded end =
                anEnd().answered(0).noAgent().packets(0).by(HangupSide.CALLER).at(END);

        assertThat(judge.judge(end, QUIET, true)).isEqualTo(new Judgement(CallOutcome.ABANDONED, "never answered"));
    }

    @ParameterizedTest
    @CsvSource({
        "1, CALLER, SHORT, caller hung up 1 s after answer",
        "5, CALLER, SHORT, caller hung up 5 s after answer",
        "6, CALLER, UNKNOWN, 'with an agent for less than 8 s, or not known how long'",
        "5, OTHER, UNKNOWN, 'with an agent for less than 8 s, or not known how long'",
        "5, UNKNOWN, UNKNOWN, 'with an agent for less than 8 s, or not known how long'"
    })
    void shortIsWhenTheCallerHangsUpAtOnce(long answered, HangupSide side, CallOutcome outcome, String because) {
        CallEnded end = anEnd().withAgent(answered).by(side).at(END);

        assertThat(judge.judge(end, QUIET, true)).isEqualTo(new Judgement(outcome, because));
    }

    @Test
    void aShortCallWithAWordInItIsNoShortCall() {
        CallEnded end = anEnd().withAgent(5).by(HangupSide.CALLER).at(END);

        assertThat(judge.judge(end, heard(true, 400, 400, 0), true).outcome()).isEqualTo(CallOutcome.SPOKE);
    }

    @Test
    void aFlaggedTalkIsNoGoodTalk() {
        CallEnded end = anEnd().way("PASS-FLAG-DETER-LEFT").withAgent(90).at(END);

        assertThat(judge.judge(end, heard(true, 4000, 900, 0), true).outcome()).isEqualTo(CallOutcome.SPOKE);
        assertThat(judge.judge(end, heard(false, 0, 0, 0), true).outcome()).isEqualTo(CallOutcome.UNKNOWN);
    }

    @Test
    void rescuedAndThenALongTalkIsAGoodTalk() {
        EndBuilder rescued = anEnd().way("LISTEN-RESCUED_SPEECH-QUEUE");

        assertThat(judge.judge(rescued.withAgent(60).at(END), heard(true, 4000, 900, 0), true)
                        .outcome())
                .isEqualTo(CallOutcome.GOOD_TALK);
        assertThat(judge.judge(rescued.withAgent(59).at(END), heard(true, 4000, 900, 0), true)
                        .outcome())
                .isEqualTo(CallOutcome.SPOKE);
    }

    @Test
    void aSiteWithoutQueuesIsNotCalledAbandoned() {
        CallEnded end = anEnd().noAgent().noQueue().answered(30).at(END);

        assertThat(judge.judge(end, QUIET, true).outcome()).isEqualTo(CallOutcome.UNKNOWN);
    }

    @Test
    void callThatAnAgentHadForLessThanASecondWasAnswered() {
        EndBuilder end = anEnd().withAgent(0).by(HangupSide.CALLER);

        assertThat(judge.judge(end.at(END), QUIET, true).outcome()).isEqualTo(CallOutcome.SHORT);
        assertThat(judge.judge(end.noAgent().at(END), QUIET, true).outcome()).isEqualTo(CallOutcome.ABANDONED);
    }

    private static TalkReport heard(boolean whole, int total, int longest, int current) {
        return new TalkReport(whole, Duration.ofMillis(total), Duration.ofMillis(longest), Duration.ofMillis(current));
    }
}
