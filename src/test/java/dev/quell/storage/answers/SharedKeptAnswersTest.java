package dev.quell.storage.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
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
        when(own.claim(anyString(), anyString(), any())).thenReturn(new KeptAnswers.Mine());
        when(shared.claim(anyString(), anyString(), any())).thenReturn(new KeptAnswers.Mine());
    }

    @Test
    void whatNobodyKnowsIsToBeDone() {
        assertThat(answers.claim("k", "me", TERM)).isEqualTo(new KeptAnswers.Mine());
        verify(own, times(0)).giveBack("k", "me");
    }

    @Test
    void whatAnotherInstanceDoesIsNotDoneHere() {
        when(shared.claim("k", "me", TERM)).thenReturn(new KeptAnswers.Running("other"));

        assertThat(answers.claim("k", "me", TERM)).isEqualTo(new KeptAnswers.Running("other"));
        verify(own).giveBack("k", "me");
    }

    @Test
    void whatIsKnownHereIsAnsweredWithoutTheOthers() {
        KeptAnswers.Done done = new KeptAnswers.Done("x");
        when(own.claim("k", "me", TERM)).thenReturn(done);

        assertThat(answers.claim("k", "me", TERM)).isSameAs(done);
        verify(shared, times(0)).claim(anyString(), anyString(), any());
    }

    @Test
    void anAnswerIsKeptInBoth() {
        answers.keep("k", "x", TERM);

        verify(own).keep("k", "x", TERM);
        verify(shared).keep("k", "x", TERM);
    }

    @Test
    void whileTheStoreOfAllIsAwayForAMomentNothingIsDone() {
        doThrow(new IllegalStateException("away")).when(shared).claim(anyString(), anyString(), any());

        assertThatThrownBy(() -> answers.claim("k", "me", TERM)).isInstanceOf(IllegalStateException.class);
        verify(shared, atLeast(2)).claim("k", "me", TERM);
        verify(own).giveBack("k", "me");
        assertThatThrownBy(() -> answers.claim("k2", "me", TERM)).isInstanceOf(IllegalStateException.class);
        verify(shared, times(0)).claim("k2", "me", TERM);
    }

    @Test
    void ifItIsAwayForLongerThisInstanceGoesByItsOwn() {
        doThrow(new IllegalStateException("away")).when(shared).claim(anyString(), anyString(), any());
        assertThatThrownBy(() -> answers.claim("k", "me", TERM)).isInstanceOf(IllegalStateException.class);
        clock.advance(SharedKeptAnswers.GRACE.minusMillis(1));
        assertThatThrownBy(() -> answers.claim("k", "me", TERM)).isInstanceOf(IllegalStateException.class);

        clock.advance(Duration.ofMillis(1));

        assertThat(answers.claim("k", "me", TERM)).isEqualTo(new KeptAnswers.Mine());
    }

    @Test
    void aStoreThatWasAwayLongAgoIsWaitedForAnew() {
        doThrow(new IllegalStateException("away")).when(shared).claim(anyString(), anyString(), any());
        assertThatThrownBy(() -> answers.claim("k", "me", TERM)).isInstanceOf(IllegalStateException.class);

        clock.advance(SharedKeptAnswers.GRACE.multipliedBy(2));

        assertThatThrownBy(() -> answers.claim("k", "me", TERM)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aStoreThatRefusesForAMomentIsAskedAgain() {
        when(shared.claim("k", "me", TERM))
                .thenThrow(new IllegalStateException("away"))
                .thenReturn(new KeptAnswers.Running("other"));

        assertThat(answers.claim("k", "me", TERM)).isEqualTo(new KeptAnswers.Running("other"));
    }

    @Test
    void aStoreThatHangsIsNotWaitedForLong() {
        when(shared.claim(anyString(), anyString(), any())).thenAnswer(asked -> {
            new CountDownLatch(1).await();
            return new KeptAnswers.Running("other");
        });

        assertThatThrownBy(() -> answers.claim("k", "me", TERM)).isInstanceOf(IllegalStateException.class);
    }

    /** A store that does what it is asked, and whose first answer does not come back. */
    private static final class Forgetful implements KeptAnswers {
        private final Map<String, String> claims = new ConcurrentHashMap<>();
        private final Map<String, String> kept = new ConcurrentHashMap<>();
        private final AtomicInteger silent = new AtomicInteger(1);

        @Override
        public Claim claim(String key, String owner, Duration term) {
            String holder = claims.putIfAbsent(key, owner);
            return answered(
                    kept.containsKey(key)
                            ? new Done(kept.get(key))
                            : holder == null || holder.equals(owner) ? new Mine() : new Running(holder));
        }

        @Override
        public void keep(String key, String answer, Duration time) {
            kept.put(key, answer);
        }

        @Override
        public void giveBack(String key, String owner) {
            claims.remove(key, owner);
        }

        private <T> T answered(T answer) {
            if (silent.getAndDecrement() > 0) {
                throw new IllegalStateException("the connection broke behind the deed");
            }
            return answer;
        }
    }

    @Test
    void aClaimWhoseAnswerWasLostIsStillOurs() {
        SharedKeptAnswers here = new SharedKeptAnswers(own, new Forgetful(), clock);

        assertThat(here.claim("k", "me", TERM)).isEqualTo(new KeptAnswers.Mine());
        verify(own, times(0)).giveBack("k", "me");
        here.close();
    }

    private void goAlone() {
        doThrow(new IllegalStateException("away")).when(shared).claim(anyString(), anyString(), any());
        assertThatThrownBy(() -> answers.claim("k0", "me", TERM)).isInstanceOf(IllegalStateException.class);
        clock.advance(SharedKeptAnswers.GRACE.minusMillis(1));
        assertThatThrownBy(() -> answers.claim("k0", "me", TERM)).isInstanceOf(IllegalStateException.class);
        clock.advance(Duration.ofMillis(1));
        assertThat(answers.claim("k", "me", TERM)).isEqualTo(new KeptAnswers.Mine());
    }

    @Test
    void aClaimThatMayHaveArrivedAndWasNotUsedIsGivenBack() {
        doThrow(new IllegalStateException("away")).when(shared).claim(anyString(), anyString(), any());
        assertThatThrownBy(() -> answers.claim("k", "me", TERM)).isInstanceOf(IllegalStateException.class);

        assertThatThrownBy(() -> answers.claim("k", "next", TERM)).isInstanceOf(IllegalStateException.class);

        clock.advance(SharedKeptAnswers.REST);
        answers.pay();

        verify(shared).giveBack("k", "me");
        verify(shared, times(0)).giveBack("k", "next");
    }

    @Test
    void anAnswerThatCouldNotBeToldIsToldLater() {
        when(own.claim("k", "debt", Duration.ofSeconds(1))).thenReturn(new KeptAnswers.Done("x"));
        doThrow(new IllegalStateException("away")).doNothing().when(shared).keep(anyString(), anyString(), any());
        goAlone();
        answers.keep("k", "x", TERM);
        verify(shared, times(0)).keep("k", "x", TERM);

        clock.advance(SharedKeptAnswers.REST.minusMillis(2));
        answers.pay();
        verify(shared, times(0)).keep(anyString(), anyString(), any());
        clock.advance(Duration.ofMillis(1));
        answers.pay();

        verify(shared, times(2))
                .keep("k", "x", TERM.minus(SharedKeptAnswers.REST).plusMillis(1));
        answers.pay();
        verify(shared, times(2)).keep(anyString(), anyString(), any());
    }

    @Test
    void aClaimThatCouldNotBeGivenBackIsGivenBackLater() {
        goAlone();
        answers.giveBack("k", "me");
        verify(shared, times(0)).giveBack("k", "me");

        clock.advance(SharedKeptAnswers.REST);
        answers.pay();

        verify(shared).giveBack("k", "me");
    }
}
