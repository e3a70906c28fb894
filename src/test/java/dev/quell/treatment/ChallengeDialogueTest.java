package dev.quell.treatment;

import static dev.quell.treatment.Script.settings;
import static dev.quell.treatment.Script.talk;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.TalkReport;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ChallengeDialogueTest {

    private static Script challenge() {
        return new Script(new ChallengeDialogue(settings()));
    }

    @Test
    void aSilentCallerIsAskedAtOnceAndPassesAfterTwelveSeconds() {
        assertThat(challenge().play().lines).containsExactly("0.0 challenge", "12.0 PASSED");
    }

    @Test
    void aKeyRescuesDuringThePrompt() {
        assertThat(challenge().keyAt(1.2).play().lines).containsExactly("0.0 challenge", "1.2 RESCUED_KEY");
    }

    @Test
    void aWordRescuesWithinHalfASecond() {
        assertThat(challenge().from(4.1, talk(true, 500, 500, 0)).play().lines)
                .containsExactly("0.0 challenge", "4.5 RESCUED_SPEECH");
    }

    @Test
    void whoCannotBeListenedToPassesAfterThePrompt() {
        assertThat(challenge().talking(now -> TalkReport.UNKNOWN).play().lines)
                .containsExactly("0.0 challenge", "2.5 NOT_HEARD");
    }

    @Test
    void noPacketIsATechnicalFault() {
        assertThat(challenge().packets(now -> OptionalLong.of(0)).play().lines)
                .containsExactly("0.0 challenge", "5.0 NO_MEDIA");
    }

    @Test
    void aBurstThatHasNotEndedPassesWithTheTime() {
        assertThat(challenge().from(3, talk(true, 0, 0, 9000)).play().lines)
                .containsExactly("0.0 challenge", "12.0 PASSED");
    }
}
