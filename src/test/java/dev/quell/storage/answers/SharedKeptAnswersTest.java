package dev.quell.storage.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.quell.share.KeptAnswers;
import dev.quell.testing.MovingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SharedKeptAnswersTest {

    private static final Duration TERM = Duration.ofMinutes(1);

    private final KeptAnswers own = mock(KeptAnswers.class);
    private final KeptAnswers shared = mock(KeptAnswers.class);
    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-22T08:00:00Z"));
    private final SharedKeptAnswers answers = new SharedKeptAnswers(own, shared, clock);

    @BeforeEach
    void nothingIsKnown() {
        when(own.claim(anyString(), any())).thenReturn(new KeptAnswers.Mine());
        when(shared.claim(anyString(), any())).thenReturn(new KeptAnswers.Mine());
    }

    @Test
    void whatNobodyKnowsIsToBeDone() {
        assertThat(answers.claim("k", TERM)).isEqualTo(new KeptAnswers.Mine());
        verify(own, times(0)).giveBack("k");
    }

    @Test
    void whatAnotherInstanceDoesIsNotDoneHere() {
        when(shared.claim("k", TERM)).thenReturn(new KeptAnswers.Running());

        assertThat(answers.claim("k", TERM)).isEqualTo(new KeptAnswers.Running());
        verify(own).giveBack("k");
    }

    @Test
    void whatIsKnownHereIsAnsweredWithoutTheOthers() {
        KeptAnswers.Done done = new KeptAnswers.Done("x");
        when(own.claim("k", TERM)).thenReturn(done);

        assertThat(answers.claim("k", TERM)).isSameAs(done);
        verify(shared, times(0)).claim(anyString(), any());
    }

    @Test
    void anAnswerIsKeptInBoth() {
        answers.keep("k", "x", TERM);

        verify(own).keep("k", "x", TERM);
        verify(shared).keep("k", "x", TERM);
    }

    @Test
    void whileTheStoreOfAllIsAwayThisInstanceGoesByItsOwnAndAsksAgainLater() {
        doThrow(new IllegalStateException("away")).when(shared).claim(anyString(), any());

        assertThat(answers.claim("k", TERM)).isEqualTo(new KeptAnswers.Mine());
        verify(shared, atLeast(2)).claim("k", TERM);
        assertThat(answers.claim("k2", TERM)).isEqualTo(new KeptAnswers.Mine());
        verify(shared, times(0)).claim("k2", TERM);

        clock.advance(SharedKeptAnswers.REST);
        answers.claim("k3", TERM);
        verify(shared, atLeast(2)).claim("k3", TERM);
    }

    @Test
    void aStoreThatRefusesForAMomentIsAskedAgain() {
        when(shared.claim("k", TERM))
                .thenThrow(new IllegalStateException("away"))
                .thenReturn(new KeptAnswers.Running());

        assertThat(answers.claim("k", TERM)).isEqualTo(new KeptAnswers.Running());
    }

    @Test
    void aStoreThatHangsIsNotWaitedForLong() {
        when(shared.claim(anyString(), any())).thenAnswer(asked -> {
            new CountDownLatch(1).await();
            return new KeptAnswers.Running();
        });

        assertThat(answers.claim("k", TERM)).isEqualTo(new KeptAnswers.Mine());
    }
}
