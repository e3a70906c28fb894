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
        assertThat(answers.claim(key, TERM)).isInstanceOf(KeptAnswers.Mine.class);
        assertThat(answers.claim(key, TERM)).isInstanceOf(KeptAnswers.Running.class);
        assertThat(answers.claim(key + "2", TERM)).isInstanceOf(KeptAnswers.Mine.class);
    }

    @Test
    void whatWasAnsweredIsKnown() {
        answers.claim(key, TERM);
        answers.keep(key, ANSWER, DAY);

        assertThat(answers.claim(key, TERM))
                .isInstanceOfSatisfying(
                        KeptAnswers.Done.class,
                        done -> assertThat(done.answer()).isEqualTo(ANSWER));
    }

    @Test
    void aClaimGivenBackIsFree() {
        answers.claim(key, TERM);
        answers.giveBack(key);

        assertThat(answers.claim(key, TERM)).isInstanceOf(KeptAnswers.Mine.class);
    }

    @Test
    void aClaimEndsAfterItsTermAndAnAnswerAfterItsTime() {
        answers.claim(key, Duration.ofMillis(400));
        pass(Duration.ofMillis(500));
        assertThat(answers.claim(key, TERM)).isInstanceOf(KeptAnswers.Mine.class);

        answers.keep(key, ANSWER, Duration.ofMillis(400));
        pass(Duration.ofMillis(500));
        assertThat(answers.claim(key, TERM)).isInstanceOf(KeptAnswers.Mine.class);
    }
}
