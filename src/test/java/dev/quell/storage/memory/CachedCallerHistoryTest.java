package dev.quell.storage.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.history.PastCall;
import dev.quell.history.PastFlag;
import dev.quell.screening.CallScreened;
import dev.quell.storage.Calls;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CachedCallerHistoryTest {

    private static final Instant LATER = Calls.NOW.plusSeconds(600);

    private final AtomicInteger loads = new AtomicInteger();
    private final CountDownLatch loading = new CountDownLatch(1);
    private final CountDownLatch gate = new CountDownLatch(1);

    /** A store without rows, whose answer is held back until the gate opens. */
    private final class SlowStore implements PastCalls {
        @Override
        public List<PastCall> calls(CallerNumber caller, Instant from) {
            loads.incrementAndGet();
            loading.countDown();
            try {
                assertThat(gate.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return List.of();
        }

        @Override
        public List<PastFlag> flags(CallerNumber caller, Instant from) {
            return List.of();
        }
    }

    private final CachedCallerHistory history =
            new CachedCallerHistory(new SlowStore(), Standing.none(), Duration.ofDays(90), Duration.ofDays(7), 1 << 20);

    private CompletableFuture<Void> background(Runnable task) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            task.run();
            done.complete(null);
        });
        return done;
    }

    @Test
    void changeThatComesDuringALoadIsNotLost() throws Exception {
        CompletableFuture<Void> load = background(() -> history.of(Calls.CALLER, LATER));
        assertThat(loading.await(30, TimeUnit.SECONDS)).isTrue();
        CallScreened screened = Calls.screened(1);
        CompletableFuture<Void> change = background(() -> history.screened(screened));
        CompletableFuture<Void> end =
                background(() -> history.concluded(Calls.concluded(Calls.screened(2), CallOutcome.SILENT)));
        gate.countDown();
        CompletableFuture.allOf(load, change, end).get(30, TimeUnit.SECONDS);

        assertThat(history.of(Calls.CALLER, LATER).calls())
                .extracting(PastCall::id)
                .containsExactlyInAnyOrder(Calls.id(1), Calls.id(2));
        assertThat(loads).hasValue(1);
    }

    @Test
    void flagThatComesDuringALoadMakesTheNextQuestionLoadAgain() throws Exception {
        CompletableFuture<Void> load = background(() -> history.of(Calls.CALLER, LATER));
        assertThat(loading.await(30, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Void> flag = background(() -> history.flagged(Calls.CALLER));
        gate.countDown();
        CompletableFuture.allOf(load, flag).get(30, TimeUnit.SECONDS);

        history.of(Calls.CALLER, LATER);

        assertThat(loads).hasValue(2);
    }

    @Test
    void manyChangesAtOnceAreAllThere() {
        gate.countDown();
        history.of(Calls.CALLER, LATER);
        List<CompletableFuture<Void>> changes = new ArrayList<>();
        IntStream.rangeClosed(1, 200).forEach(n -> changes.add(background(() -> history.screened(Calls.screened(n)))));
        changes.forEach(CompletableFuture::join);

        assertThat(history.of(Calls.CALLER, LATER).calls()).hasSize(200);
    }

    @Test
    void arrivalToldAfterTheEndDoesNotUndoIt() {
        gate.countDown();
        history.of(Calls.CALLER, LATER);
        CallScreened screened = Calls.screened(1);

        history.concluded(Calls.concluded(screened, CallOutcome.SILENT));
        history.screened(screened);

        assertThat(history.of(Calls.CALLER, LATER).calls())
                .singleElement()
                .satisfies(call -> assertThat(call.outcome()).isEqualTo(CallOutcome.SILENT));
    }

    /** Its end is another instance's, and no notice may come of it. */
    @Test
    void callerOfAnEndThatIsAnotherInstancesIsReadAgain() {
        gate.countDown();
        history.of(Calls.CALLER, LATER);
        history.of(Calls.CALLER, LATER);
        assertThat(loads).hasValue(1);

        history.stored(Calls.CALLER);
        history.of(Calls.CALLER, LATER);

        assertThat(loads).hasValue(2);
    }

    @Test
    void changeOfACallerNobodyAskedForIsNotHeldInMemory() {
        gate.countDown();
        history.screened(Calls.screened(1));

        assertThat(history.of(Calls.CALLER, LATER).calls()).isEmpty();
        assertThat(loads).hasValue(1);
    }
}
