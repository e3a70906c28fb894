package dev.quell.storage.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.share.KeptAnswers;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each store of kept answers holds to. */
abstract class KeptAnswersContract {

    private static final Duration TERM = Duration.ofMinutes(15);
    private static final Duration DAY = Duration.ofHours(24);
    private static final String ANSWER = "aGVsbG8=";

    private final String key = UUID.randomUUID().toString();
    private KeptAnswers answers;

    /** The store, with what the test's clock says. */
    protected abstract KeptAnswers answers();

    /** Lets time pass. */
    protected abstract void pass(Duration time);

    @BeforeEach
    void open() {
        answers = answers();
    }

    @Test
    void theFirstMayDoItAndTheNextWaits() {
        assertThat(answers.claim(key, "me", TERM)).isInstanceOf(KeptAnswers.Mine.class);
        assertThat(answers.claim(key, "other", TERM)).isInstanceOf(KeptAnswers.Running.class);
        assertThat(answers.claim(key + "2", "me", TERM)).isInstanceOf(KeptAnswers.Mine.class);
    }

    @Test
    void whatWasAnsweredIsKnown() {
        answers.claim(key, "me", TERM);
        answers.keep(key, ANSWER, DAY);

        assertThat(answers.claim(key, "me", TERM))
                .isInstanceOfSatisfying(
                        KeptAnswers.Done.class,
                        done -> assertThat(done.answer()).isEqualTo(ANSWER));
    }

    @Test
    void aClaimGivenBackIsFree() {
        answers.claim(key, "me", TERM);
        answers.giveBack(key, "me");

        assertThat(answers.claim(key, "other", TERM)).isInstanceOf(KeptAnswers.Mine.class);
    }

    @Test
    void whoeverAsksAgainFindsItsOwnClaim() {
        answers.claim(key, "me", TERM);

        assertThat(answers.claim(key, "me", TERM)).isInstanceOf(KeptAnswers.Mine.class);
        assertThat(answers.claim(key, "other", TERM)).isInstanceOf(KeptAnswers.Running.class);
    }

    @Test
    void anAnswerAndAClaimOfAnotherAreNotGivenBack() {
        answers.claim(key, "me", TERM);
        answers.giveBack(key, "other");
        assertThat(answers.claim(key, "other", TERM)).isInstanceOf(KeptAnswers.Running.class);

        answers.keep(key, ANSWER, DAY);
        answers.giveBack(key, "me");
        assertThat(answers.claim(key, "me", TERM)).isInstanceOf(KeptAnswers.Done.class);
    }

    @Test
    void anAnswerIsKeptAlsoIfItsClaimNeverCame() {
        answers.keep(key, ANSWER, DAY);

        assertThat(answers.claim(key, "me", TERM)).isInstanceOf(KeptAnswers.Done.class);
    }

    @Test
    void aClaimEndsAfterItsTermAndAnAnswerAfterItsTime() {
        answers.claim(key, "other", Duration.ofMillis(400));
        pass(Duration.ofMillis(500));
        assertThat(answers.claim(key, "me", TERM)).isInstanceOf(KeptAnswers.Mine.class);

        answers.keep(key, ANSWER, Duration.ofMillis(400));
        pass(Duration.ofMillis(500));
        assertThat(answers.claim(key, "me", TERM)).isInstanceOf(KeptAnswers.Mine.class);
    }
}
