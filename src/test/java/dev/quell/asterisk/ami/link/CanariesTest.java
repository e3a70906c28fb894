package dev.quell.asterisk.ami.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class CanariesTest {

    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final Canaries canaries = new Canaries(sent::add, Duration.ofMinutes(1));

    @Test
    void comesBackByItsNonceAlone() {
        CompletableFuture<Boolean> asked = canaries.ask();
        canaries.returned("forged");
        assertThat(asked).isNotDone();
        assertThat(sent.getFirst()).matches("[0-9a-f]{32}");
        canaries.returned(sent.getFirst());
        assertThat(asked).isCompletedWithValue(true);
    }

    @Test
    void whoAsksWhileOneIsUnderWayWaitsForTheNext() {
        CompletableFuture<Boolean> first = canaries.ask();
        CompletableFuture<Boolean> second = canaries.ask();
        CompletableFuture<Boolean> third = canaries.ask();
        assertThat(sent).hasSize(1);
        canaries.returned(sent.get(0));
        assertThat(first).isCompletedWithValue(true);
        assertThat(sent).hasSize(2).doesNotHaveDuplicates();
        assertThat(second).isNotDone();
        canaries.returned(sent.get(1));
        assertThat(second).isCompletedWithValue(true);
        assertThat(third).isCompletedWithValue(true);
        assertThat(sent).hasSize(2);
    }

    @Test
    void refusedOneIsNotWaitedFor() {
        CompletableFuture<Boolean> asked = canaries.ask();
        canaries.refused("another");
        assertThat(asked).isNotDone();
        canaries.refused(sent.getFirst());
        assertThat(asked).isCompletedWithValue(false);
    }

    @Test
    void oneThatStaysAwayIsGivenUpAndTheNextFlies() {
        Canaries hasty = new Canaries(sent::add, Duration.ofMillis(50));
        CompletableFuture<Boolean> first = hasty.ask();
        CompletableFuture<Boolean> second = hasty.ask();
        await().until(() -> sent.size() == 2);
        assertThat(first).isCompletedWithValue(false);
        hasty.returned(sent.get(0));
        await().until(second::isDone);
        assertThat(second).isCompletedWithValue(false);
    }

    @Test
    void lostConnectionFailsAllAtOnce() {
        CompletableFuture<Boolean> first = canaries.ask();
        CompletableFuture<Boolean> second = canaries.ask();
        canaries.lost();
        assertThat(first).isCompletedWithValue(false);
        assertThat(second).isCompletedWithValue(false);
        assertThat(sent).hasSize(1);
        canaries.ask();
        assertThat(sent).hasSize(2);
    }

    @Test
    void oneThatCannotBeSentIsNotWaitedFor() {
        Canaries broken = new Canaries(
                nonce -> {
                    throw new IllegalStateException("not connected");
                },
                Duration.ofMinutes(1));
        assertThat(broken.ask()).isCompletedWithValue(false);
        assertThat(broken.ask()).isCompletedWithValue(false);
    }
}
