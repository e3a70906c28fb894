package dev.quell.treatment;

import static dev.quell.treatment.Script.SILENCE;
import static dev.quell.treatment.Script.seconds;
import static dev.quell.treatment.Script.settings;
import static dev.quell.treatment.Script.talk;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.Profile;
import dev.quell.call.TalkReport;
import dev.quell.treatment.Step.Finish;
import dev.quell.treatment.Step.Play;
import dev.quell.treatment.Step.Wait;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListenDialogueTest {

    private static Script standard() {
        return new Script(new ListenDialogue(settings(), Profile.STANDARD));
    }

    private static Script protectedLine() {
        return new Script(new ListenDialogue(settings(), Profile.PROTECTED));
    }

    @Test
    void aSilentCallerHearsThreePromptsAndIsReleasedAtTwentyOneSeconds() {
        assertThat(standard().play().lines)
                .containsExactly("6.0 listen-1", "11.0 listen-2", "16.0 listen-3", "21.0 RELEASE");
    }

    @Test
    void aProtectedLineNeverReleases() {
        assertThat(protectedLine().play().lines)
                .containsExactly("6.0 listen-1", "11.0 listen-2", "16.0 listen-3", "21.0 NOT_HEARD");
    }

    @ParameterizedTest
    @CsvSource({"0.2, 0.2", "5.9, 5.9", "7.1, 7.1", "12.0, 12.0", "20.9, 20.9"})
    void aKeyRescuesAtOnceInAWaitAndInAPrompt(double pressed, double rescued) {
        assertThat(standard().keyAt(pressed).play().lines).last().isEqualTo(rescued + " RESCUED_KEY");
    }

    @ParameterizedTest
    @CsvSource({
        "400, 120, true",
        "399, 120, false",
        "400, 119, false",
        "2000, 1000, true",
    })
    void speechIsOneBurstOf120AndASumOf400Milliseconds(long total, long longest, boolean rescued) {
        assertThat(standard().from(2.0, talk(true, total, longest, 0)).play().lines)
                .last()
                .isEqualTo(rescued ? "2.0 RESCUED_SPEECH" : "21.0 RELEASE");
    }

    @Test
    void speechOverAPromptRescuesWhenThePromptEnds() {
        assertThat(standard().from(6.1, talk(true, 800, 800, 0)).play().lines)
                .containsExactly("6.0 listen-1", "8.5 RESCUED_SPEECH");
    }

    @ParameterizedTest
    @CsvSource({"9.1, 9.5", "9.5, 9.5", "10.99, 11.0"})
    void speechBetweenPromptsRescuesWithinHalfASecond(double spoke, String rescued) {
        assertThat(standard().from(spoke, talk(true, 800, 800, 0)).play().lines)
                .last()
                .isEqualTo(rescued + " RESCUED_SPEECH");
    }

    @Test
    void speechCountsEvenIfNotAllWasHeard() {
        assertThat(standard().from(3.0, talk(false, 800, 800, 0)).play().lines).containsExactly("3.0 RESCUED_SPEECH");
    }

    @Test
    void aKeyCountsEvenIfNothingWasHeard() {
        assertThat(standard().talking(now -> TalkReport.UNKNOWN).keyAt(0.3).play().lines)
                .containsExactly("0.3 RESCUED_KEY");
    }

    @Test
    void aCallerWhoCannotBeListenedToPassesAfterASecond() {
        assertThat(standard().talking(now -> TalkReport.UNKNOWN).play().lines).containsExactly("1.0 NOT_HEARD");
    }

    @Test
    void listeningThatBreaksOffLetsTheCallerPass() {
        assertThat(standard().from(13.0, talk(false, 0, 0, 0)).play().lines)
                .last()
                .isEqualTo("13.5 NOT_HEARD");
    }

    @Test
    void soundWithoutAPauseForFifteenSecondsIsNoise() {
        // it began at 1 s and goes on through the prompts
        assertThat(standard()
                        .talking(now -> now.compareTo(seconds(1)) < 0
                                ? SILENCE
                                : new TalkReport(true, Duration.ZERO, Duration.ZERO, now.minus(seconds(1))))
                        .play()
                        .lines)
                .containsExactly("6.0 listen-1", "11.0 listen-2", "16.0 NOISE");
    }

    @Test
    void aCallerWhoHasJustBegunToSpeakIsNotReleased() {
        assertThat(standard()
                        .talking(now -> {
                            if (now.compareTo(seconds(20.8)) < 0) {
                                return SILENCE;
                            }
                            return now.compareTo(seconds(22.3)) < 0
                                    ? talk(true, 0, 0, now.minus(seconds(20.8)).toMillis())
                                    : talk(true, 1500, 1500, 0);
                        })
                        .play()
                        .lines)
                .last()
                .isEqualTo("22.5 RESCUED_SPEECH");
    }

    @Test
    void aBurstThatEndsTooShortAfterTheLastPromptIsStillReleased() {
        assertThat(standard()
                        .talking(now -> now.compareTo(seconds(21)) < 0
                                ? SILENCE
                                : now.compareTo(seconds(21.1)) < 0 ? talk(true, 0, 0, 10) : talk(true, 90, 90, 0))
                        .play()
                        .lines)
                .last()
                .isEqualTo("21.5 RELEASE");
    }

    @Test
    void notOnePacketIsATechnicalFaultAfterFiveSeconds() {
        assertThat(standard().packets(now -> OptionalLong.of(0)).play().lines).containsExactly("5.0 NO_MEDIA");
    }

    @Test
    void onePacketIsMedia() {
        assertThat(standard().packets(now -> OptionalLong.of(1)).play().lines)
                .last()
                .isEqualTo("21.0 RELEASE");
    }

    @Test
    void withoutAPacketCountNobodyIsReleased() {
        assertThat(standard().packets(now -> OptionalLong.empty()).play().lines)
                .last()
                .isEqualTo("21.0 NOT_HEARD");
    }

    @Test
    void aPromptThatCannotBePlayedLetsTheCallerPass() {
        ListenDialogue dialogue = new ListenDialogue(settings(), Profile.STANDARD);
        assertThat(dialogue.next(new Heard(seconds(6), false, true, SILENCE, OptionalLong.of(300))))
                .isEqualTo(new Play("listen-1", Duration.ofSeconds(4)));

        assertThat(dialogue.next(new Heard(seconds(6.01), false, false, SILENCE, OptionalLong.of(300))))
                .isEqualTo(new Finish(DialogueResult.NOT_HEARD));
    }

    @ParameterizedTest
    @CsvSource({"0, 500", "5.4, 500", "5.5, 500", "5.6, 400", "5.999, 1"})
    void aWaitIsHalfASecondAtMost(double elapsed, long wait) {
        assertThat(new ListenDialogue(settings(), Profile.STANDARD)
                        .next(new Heard(seconds(elapsed), false, true, SILENCE, OptionalLong.of(1))))
                .isEqualTo(new Wait(Duration.ofMillis(wait)));
    }
}
