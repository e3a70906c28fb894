package dev.quell.storage.redis.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.Attestation;
import dev.quell.call.CallOutcome;
import dev.quell.call.Conduct;
import dev.quell.call.Disturbance;
import dev.quell.call.HangupSide;
import dev.quell.call.Profile;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LettersTest {

    /** What lies in Redis is read by the order of the words: a new one goes to the end. */
    @Test
    void orderOfTheWordsIsAStoredForm() {
        assertThat(CallOutcome.values())
                .startsWith(
                        CallOutcome.GOOD_TALK,
                        CallOutcome.SPOKE,
                        CallOutcome.SILENT,
                        CallOutcome.NOISE,
                        CallOutcome.SHORT,
                        CallOutcome.NO_MEDIA,
                        CallOutcome.ABANDONED,
                        CallOutcome.UNKNOWN);
        assertThat(Conduct.values())
                .startsWith(
                        Conduct.PRESSED_KEY,
                        Conduct.PRESSED_ASKED_KEY,
                        Conduct.REPLIED,
                        Conduct.HUNG_UP_ON_VOICE,
                        Conduct.TALKED_OVER_GREETING,
                        Conduct.HARDLY_SPOKE,
                        Conduct.NEVER_PAUSED,
                        Conduct.SILENT_TO_PROMPTS);
        assertThat(Disturbance.values()).startsWith(Disturbance.FLOOD, Disturbance.TRUNK_FAULT, Disturbance.TWO_TRUNKS);
        assertThat(HangupSide.values()).startsWith(HangupSide.CALLER, HangupSide.OTHER, HangupSide.UNKNOWN);
        assertThat(Attestation.values())
                .startsWith(Attestation.A, Attestation.B, Attestation.C, Attestation.FAILED, Attestation.NONE);
        assertThat(Profile.values()).startsWith(Profile.STANDARD, Profile.PROTECTED);
    }

    @Test
    void wordsAreReadBack() {
        assertThat(Letters.of(Set.of(Conduct.SILENT_TO_PROMPTS, Conduct.PRESSED_KEY)))
                .isEqualTo("ah");
        assertThat(Letters.words("ah", Conduct.class))
                .containsExactlyInAnyOrder(Conduct.PRESSED_KEY, Conduct.SILENT_TO_PROMPTS);
        assertThat(Letters.word("c", CallOutcome.UNKNOWN)).isEqualTo(CallOutcome.SILENT);
    }

    @Test
    void lettersOfANewerVersionArePassedOver() {
        assertThat(Letters.words("az", Conduct.class)).containsExactly(Conduct.PRESSED_KEY);
        assertThat(Letters.word("z", CallOutcome.UNKNOWN)).isEqualTo(CallOutcome.UNKNOWN);
        assertThat(Letters.word("", HangupSide.UNKNOWN)).isEqualTo(HangupSide.UNKNOWN);
    }
}
