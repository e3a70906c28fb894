package dev.quell.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quell.prompt.audio.AudioFault;
import dev.quell.prompt.audio.WavReader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class WorkbenchTest {
    private final Workbench bench = new Workbench();

    @Test
    void oneIsWorkedOnOneWaitsAndAThirdIsSentAway() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Thread> first = CompletableFuture.supplyAsync(() -> held(go, begun), people);
            Awaitility.await().until(() -> begun.get() == 1);
            CompletableFuture<Thread> second = CompletableFuture.supplyAsync(() -> held(go, begun), people);
            Awaitility.await()
                    .untilAsserted(() ->
                            assertThatThrownBy(() -> bench.done(() -> "third")).isInstanceOf(PromptBusy.class));
            assertThat(begun).hasValue(1);
            go.countDown();

            assertThat(first.join().isVirtual()).isFalse();
            assertThat(second.join()).isSameAs(first.join());
        }
        assertThat(bench.done(() -> "now")).isEqualTo("now");
    }

    private Thread held(CountDownLatch go, AtomicInteger begun) {
        try {
            return bench.done(() -> {
                begun.incrementAndGet();
                Awaitility.await().until(() -> go.getCount() == 0);
                return Thread.currentThread();
            });
        } catch (AudioFault | PromptFault e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void faultsComeOutAsTheyAre() {
        assertThatThrownBy(() -> bench.done(() -> WavReader.read(new byte[3]))).isInstanceOf(AudioFault.class);
        assertThatThrownBy(() -> bench.done(() -> {
                    throw new PromptFault("disk", new IllegalStateException());
                }))
                .hasMessage("disk");
        assertThatThrownBy(() -> bench.done(() -> {
                    throw new IllegalStateException("bug");
                }))
                .hasMessage("bug");
    }
}
