package dev.quell.blocklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quell.blocklist.ListEntry.Origin;
import dev.quell.call.CallSettings;
import dev.quell.call.CallerNumber;
import dev.quell.testing.MemoryLists;
import dev.quell.testing.MovingClock;
import dev.quell.testing.ShippedSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class ListLoaderTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final CallerNumber CALLER = new CallerNumber.E164("+8613800138000");

    private final MovingClock clock = new MovingClock(NOW);
    private final MemoryLists store = Mockito.spy(new MemoryLists());
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ListIndex index = new ListIndex(
            new ProtectedNumbers(
                    ShippedSettings.of("quell.blocklist", BlockListSettings.class),
                    ShippedSettings.of("quell.call", CallSettings.class)),
            clock);
    private final ListLoader loader = new ListLoader(store, index);
    private final ListHealth health = new ListHealth(index, loader, registry);

    @AfterEach
    void stop() {
        loader.destroy();
    }

    @Test
    void whatTheStoreHasIsReadInTheBackground() {
        store.keep(block("+8613800138000"), NOW);

        loader.afterPropertiesSet();

        await().until(index::isWhole);
        assertThat(index.match(CALLER, NOW)).isPresent();
        assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
        assertThat(registry.get("quell.lists.entries")
                        .tag("list", "block")
                        .gauge()
                        .value())
                .isEqualTo(1);
        assertThat(registry.get("quell.lists.entries")
                        .tag("list", "allow")
                        .gauge()
                        .value())
                .isZero();
    }

    @Test
    void callsPassWhileTheStoreIsSlow() {
        CountDownLatch slow = new CountDownLatch(1);
        Mockito.doAnswer(call -> {
                    slow.await();
                    return call.callRealMethod();
                })
                .when(store)
                .standing(Mockito.any(), Mockito.any());
        store.keep(block("+8613800138000"), NOW);
        loader.afterPropertiesSet();
        await().until(loader::reading);

        assertThat(index.match(CALLER, NOW)).isEmpty();
        assertThat(registry.get("quell.lists.unanswered").functionCounter().count())
                .isEqualTo(1);
        assertThat(health.health().getDetails()).containsEntry("reading", "0 entries read so far");

        slow.countDown();
        await().until(index::isWhole);
        assertThat(index.match(CALLER, NOW)).isPresent();
        await().until(() -> !loader.reading());
        assertThat(health.health().getDetails()).doesNotContainKey("reading");
    }

    @Test
    void aStoreThatCannotBeReadIsTriedAgain() {
        Mockito.doThrow(new IllegalStateException("the disk is gone"))
                .doCallRealMethod()
                .when(store)
                .standing(Mockito.any(), Mockito.any());
        store.keep(block("+8613800138000"), NOW);
        loader.afterPropertiesSet();

        await().until(() -> !loader.fault().isEmpty());
        assertThat(health.health().getStatus().getCode()).isEqualTo("DEGRADED");
        assertThat(health.health().getDetails())
                .containsEntry("fault", "the lists could not be read: the disk is gone");

        loader.on(new ListChanged(Optional.empty()));
        await().until(index::isWhole);
        await().until(() -> loader.fault().isEmpty());
        assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
    }

    @Test
    void whatAnotherInstanceChangedCountsAtOnce() {
        ListEntry entry = store.keep(block("+8613800138000"), NOW).entry();

        loader.on(new ListChanged(Optional.of(entry)));
        assertThat(index.match(CALLER, NOW)).isPresent();

        loader.on(new ListChanged(store.remove(entry.id(), "chen", "a mistake", NOW)));
        assertThat(index.match(CALLER, NOW)).isEmpty();
    }

    @Test
    void whereNobodyKnowsWhatChangedAllIsReadAgain() {
        loader.afterPropertiesSet();
        await().until(index::isWhole);
        store.keep(block("+8613800138000"), NOW);
        assertThat(index.match(CALLER, NOW)).isEmpty();

        loader.on(new ListChanged(Optional.empty()));

        await().until(() -> index.match(CALLER, NOW).isPresent());
    }

    private static ListEntry block(String pattern) {
        return new ListEntry(
                0,
                ListKind.BLOCK,
                ListPattern.parse(pattern),
                "test",
                "chen",
                Origin.MANUAL,
                NOW,
                Optional.of(NOW.plus(Duration.ofHours(1))),
                0);
    }
}
