package dev.quell.security.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasswordQueueTest {

    private final PasswordQueue queue = new PasswordQueue("quell-passwords");
    private final CountDownLatch held = new CountDownLatch(1);
    private final List<String> done = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger refused = new AtomicInteger();
    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void end() {
        held.countDown();
        people.close();
        queue.close();
    }

    private CompletableFuture<Void> ask(Turn turn, String name) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        queue.work(turn, () -> {
                            held.await();
                            return done.add(name);
                        });
                    } catch (TooBusyException e) {
                        refused.incrementAndGet();
                    }
                },
                people);
    }

    private void full(Turn turn, String name) {
        List<CompletableFuture<Void>> asked = new ArrayList<>();
        for (int i = 0; i <= turn.places(); i++) {
            asked.add(ask(turn, name + i));
        }
        await().until(() -> asked.stream().anyMatch(CompletableFuture::isDone));
    }

    @Test
    void oneMoreThanThereArePlacesIsRefusedAtOnce() {
        full(Turn.STRANGER, "s");

        assertThat(refused).hasValue(1);
        assertThatThrownBy(() -> queue.work(Turn.STRANGER, () -> 1)).isInstanceOf(TooBusyException.class);
    }

    @Test
    void whoIsKnownHasPlacesWhenStrangersHaveNoneAndGoesFirst() {
        full(Turn.STRANGER, "s");
        CompletableFuture<Void> known = ask(Turn.KNOWN, "known");
        await().until(() -> queue.waiting() == Turn.STRANGER.places());

        held.countDown();
        known.join();
        await().until(() -> done.size() == Turn.STRANGER.places() + 1);

        assertThat(done.indexOf("known")).isEqualTo(1);
    }

    @Test
    void aPlaceIsFreeAgainAfterwards() throws TooBusyException {
        held.countDown();
        for (int i = 0; i < 3 * Turn.STRANGER.places(); i++) {
            ask(Turn.STRANGER, "s").join();
        }

        assertThat(refused).hasValue(0);
        assertThat(queue.work(Turn.STRANGER, () -> "last")).isEqualTo("last");
    }

    @Test
    void whatFailsIsNotTakenForAnAnswerAndFreesItsPlace() throws TooBusyException {
        for (int i = 0; i <= Turn.STRANGER.places(); i++) {
            assertThatThrownBy(() -> queue.work(Turn.STRANGER, () -> {
                        throw new IllegalArgumentException("none");
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(queue.work(Turn.STRANGER, () -> 7)).isEqualTo(7);
    }
}
