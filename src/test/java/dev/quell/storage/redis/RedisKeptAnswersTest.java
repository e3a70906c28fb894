package dev.quell.storage.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quell.share.KeptAnswers;
import dev.quell.storage.redis.agree.RedisKeptAnswers;
import dev.quell.testing.servers.NeedsRedis;
import dev.quell.testing.servers.RedisServer;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kept answers that all instances see. */
@NeedsRedis
class RedisKeptAnswersTest {

    private static final Duration TERM = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private RedisServer redis;
    private OpenLink opened;
    private KeptAnswers answers;

    @BeforeEach
    void start() {
        redis = RedisServer.start(folder);
        opened = new OpenLink(Clients.of(redis));
        answers = new RedisKeptAnswers(opened.link());
    }

    @AfterEach
    void stop() {
        opened.close();
        redis.close();
    }

    @Test
    void theFirstMayDoItAndTheNextWaitsForItsAnswer() {
        assertThat(answers.claim("k", "me", TERM)).isEqualTo(new KeptAnswers.Mine());
        assertThat(answers.claim("k", "other", TERM)).isEqualTo(new KeptAnswers.Running("me"));

        answers.keep("k", "rx=", TERM);

        assertThat(answers.claim("k", "me", TERM))
                .isInstanceOfSatisfying(
                        KeptAnswers.Done.class,
                        done -> assertThat(done.answer()).isEqualTo("rx="));
    }

    @Test
    void aClaimGivenBackAndOneWhoseTimeIsOverAreFree() {
        answers.claim("k", "me", TERM);
        answers.giveBack("k", "me");
        assertThat(answers.claim("k", "other", Duration.ofMillis(100))).isEqualTo(new KeptAnswers.Mine());

        Awaitility.await()
                .untilAsserted(() -> assertThat(answers.claim("k", "me", TERM)).isEqualTo(new KeptAnswers.Mine()));
    }

    @Test
    void whoeverAsksAgainFindsItsOwnClaim() {
        answers.claim("k", "me", TERM);

        assertThat(answers.claim("k", "me", TERM)).isEqualTo(new KeptAnswers.Mine());
    }

    @Test
    void anAnswerAndAClaimOfAnotherAreNotGivenBack() {
        answers.claim("k", "me", TERM);
        answers.giveBack("k", "other");
        assertThat(answers.claim("k", "other", TERM)).isEqualTo(new KeptAnswers.Running("me"));

        answers.keep("k", "rx=", TERM);
        answers.giveBack("k", "me");
        assertThat(answers.claim("k", "me", TERM)).isInstanceOf(KeptAnswers.Done.class);
    }

    @Test
    void itFailsWhileRedisIsAway() {
        redis.close();

        Awaitility.await()
                .untilAsserted(() -> assertThatThrownBy(() -> answers.claim("k2", "me", TERM))
                        .isInstanceOf(RuntimeException.class));
    }
}
