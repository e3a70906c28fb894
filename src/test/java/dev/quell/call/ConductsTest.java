package dev.quell.call;

import static dev.quell.testing.EndBuilder.anEnd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quell.call.TalkReport.Opening;
import dev.quell.testing.EndBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConductsTest {

    private static final Instant END = Instant.parse("2026-11-20T08:00:00Z");
    private static final TalkReport SPEECH = heard(true, 9000, 0);

    private static TalkReport heard(boolean whole, long total, long current) {
        return new TalkReport(whole, Duration.ofMillis(total), Duration.ofMillis(total), Duration.ofMillis(current));
    }

    private static TalkReport opened(boolean whole, long after, long lasted) {
        return new TalkReport(
                whole,
                Duration.ofMillis(lasted),
                Duration.ofMillis(lasted),
                Duration.ZERO,
                Optional.of(new Opening(Duration.ofMillis(after), Duration.ofMillis(lasted))));
    }

    private static Set<Conduct> conduct(EndBuilder end, TalkReport talk) {
        return Conducts.of(end.at(END), talk, true);
    }

    @Test
    void ordinaryTalkShowsNothing() {
        assertThat(conduct(anEnd(), SPEECH)).isEmpty();
    }

    @Test
    void keyThatADialogueAskedForIsMoreThanAnyKey() {
        assertThat(conduct(anEnd().way("CHALLENGE-RESCUED_KEY-QUEUE"), SPEECH))
                .containsExactlyInAnyOrder(Conduct.PRESSED_KEY, Conduct.PRESSED_ASKED_KEY);
        assertThat(conduct(anEnd().way("DETER-KEY-REDRESS-QUEUE"), SPEECH)).containsExactly(Conduct.PRESSED_KEY);
    }

    @Test
    void replyIsSpeechInADialogue() {
        assertThat(conduct(anEnd().way("LISTEN-RESCUED_SPEECH-QUEUE"), SPEECH)).containsExactly(Conduct.REPLIED);
    }

    @Test
    void noiseNeverPaused() {
        assertThat(conduct(anEnd().way("LISTEN-NOISE-QUEUE"), SPEECH)).containsExactly(Conduct.NEVER_PAUSED);
    }

    @ParameterizedTest
    @CsvSource({"0, CALLER, true", "1, CALLER, true", "2, CALLER, false", "1, OTHER, false", "1, UNKNOWN, false"})
    void callerLeavesAtTheVoiceWithinASecond(long seconds, HangupSide side, boolean left) {
        assertThat(conduct(anEnd().withAgent(seconds).by(side), SPEECH).contains(Conduct.HUNG_UP_ON_VOICE))
                .isEqualTo(left);
    }

    @Test
    void nobodysVoiceIsNotHungUpOn() {
        assertThat(conduct(anEnd().noAgent().by(HangupSide.CALLER), SPEECH)).isEmpty();
        assertThat(conduct(anEnd().withAgent(-1).by(HangupSide.CALLER), SPEECH)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "true, 300, 5001, true",
        "true, 0, 60000, true",
        "true, 301, 5001, false",
        "true, 300, 5000, false",
        "false, 300, 5001, false",
    })
    void openingFromTheFirstMomentIsTalkOverTheGreeting(boolean whole, long after, long lasted, boolean over) {
        assertThat(conduct(anEnd(), opened(whole, after, lasted)).contains(Conduct.TALKED_OVER_GREETING))
                .isEqualTo(over);
    }

    @ParameterizedTest
    @CsvSource({
        // a fiftieth of the time with the agent is no longer hardly any
        "20, 1, 399, 0, true, true",
        "20, 1, 400, 0, true, false",
        "19, 1, 0, 0, true, false",
        "20, 1, 0, 0, true, true",
        "20, 0, 0, 0, true, false",
        "20, -1, 0, 0, true, false",
        "20, 1, 0, 1, true, false",
        "20, 1, 0, 0, false, false",
        "-1, 1, 0, 0, true, false",
        // after a second of speech nobody may have listened
        "60, 1, 999, 0, true, true",
        "60, 1, 1000, 0, true, false",
    })
    void lessThanAFiftiethOfALongTalkIsHardlySpeech(
            long withAgent, long packets, long total, long current, boolean whole, boolean hardly) {
        assertThat(conduct(anEnd().withAgent(withAgent).packets(packets), heard(whole, total, current))
                        .contains(Conduct.HARDLY_SPOKE))
                .isEqualTo(hardly);
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 0, true", "0, 0, 0, false", "-1, 0, 0, false", "1, 1, 0, false", "1, 0, 1, false"})
    void releaseWithPacketsAndWithoutASoundIsSilenceToThePrompts(
            long packets, long total, long current, boolean silent) {
        EndBuilder end = anEnd().way("LISTEN-RELEASE").noAgent().packets(packets);

        assertThat(conduct(end, heard(true, total, current)).contains(Conduct.SILENT_TO_PROMPTS))
                .isEqualTo(silent);
    }

    @Test
    void absenceCountsForNothingWhereNobodyListened() {
        assertThat(Conducts.of(anEnd().way("LISTEN-RELEASE").at(END), heard(true, 0, 0), false))
                .isEmpty();
        assertThat(Conducts.of(anEnd().at(END), opened(true, 0, 9000), false)).isEmpty();
        assertThat(Conducts.of(anEnd().withAgent(0).by(HangupSide.CALLER).at(END), SPEECH, false))
                .as("what the dialplan tells needs no listening")
                .containsExactly(Conduct.HUNG_UP_ON_VOICE);
    }

    @Test
    void openingIsNotBeforeTheAnswer() {
        assertThatThrownBy(() -> new Opening(Duration.ofMillis(-1), Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
