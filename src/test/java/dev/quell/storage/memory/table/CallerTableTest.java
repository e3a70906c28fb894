package dev.quell.storage.memory.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quell.call.CallerNumber;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** All callers are in one part, so that whatever could hold up another caller does. */
@Timeout(30)
class CallerTableTest {

    private static final CallerNumber CALLER = new CallerNumber.E164("+8613800138000");
    private static final CallerNumber OTHER = new CallerNumber.E164("+8613800138001");
    private static final byte[] STORED = {1};
    private static final byte[] CHANGED = {2};

    private final CallerTable table = new CallerTable(1, caller -> 0, 1 << 20);
    private final AtomicInteger loads = new AtomicInteger();
    private final CountDownLatch loading = new CountDownLatch(1);
    private final CountDownLatch gate = new CountDownLatch(1);

    private static byte[] never() {
        throw new AssertionError("nothing was to be loaded");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A load that has begun and goes on when the gate opens. */
    private CompletableFuture<byte[]> slow(Supplier<byte[]> stored) {
        CompletableFuture<byte[]> answer = CompletableFuture.supplyAsync(
                () -> table.get(CALLER, () -> {
                    loads.incrementAndGet();
                    loading.countDown();
                    await(gate);
                    return stored.get();
                }),
                Thread::startVirtualThread);
        await(loading);
        return answer;
    }

    @Test
    void slowLoadHoldsUpNobodyElse() {
        CompletableFuture<byte[]> load = slow(() -> STORED);

        assertThat(table.get(OTHER, () -> CHANGED)).isSameAs(CHANGED);
        table.changed(OTHER, _ -> STORED);
        assertThat(table.get(OTHER, CallerTableTest::never)).isSameAs(STORED);
        table.forget(OTHER);
        assertThat(load).isNotDone();

        gate.countDown();
        assertThat(load.join()).isSameAs(STORED);
    }

    @Test
    void changesThatAreToldDuringALoadAreMadeToWhatWasLoadedInTheirOrder() {
        CompletableFuture<byte[]> load = slow(() -> STORED);
        table.arrived(CALLER, known -> new byte[] {known[0], 7});
        table.changed(CALLER, known -> new byte[] {known[0], known[1], 8});
        gate.countDown();

        assertThat(load.join()).containsExactly(1, 7, 8);
        assertThat(table.get(CALLER, CallerTableTest::never)).containsExactly(1, 7, 8);
    }

    @Test
    void whoAsksDuringALoadWaitsForIt() {
        CompletableFuture<byte[]> load = slow(() -> STORED);
        List<CompletableFuture<byte[]>> others = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> table.get(CALLER, CallerTableTest::never), Thread::startVirtualThread))
                .limit(10)
                .toList();
        gate.countDown();

        assertThat(load.join()).isSameAs(STORED);
        others.forEach(other -> assertThat(other.join()).isSameAs(STORED));
        assertThat(table.figures().loaded()).isEqualTo(1);
    }

    @Test
    void loadOfWhatWasToldToBeStaleMeanwhileIsNotKept() {
        CompletableFuture<byte[]> load = slow(() -> STORED);
        table.forget(CALLER);

        assertThat(table.get(CALLER, () -> CHANGED)).isSameAs(CHANGED);
        gate.countDown();

        assertThat(load.join()).isSameAs(STORED);
        assertThat(table.get(CALLER, CallerTableTest::never)).isSameAs(CHANGED);
    }

    @Test
    void loadIsNotKeptEitherIfItsWholePartWasToldToBeStale() {
        table.get(OTHER, () -> STORED);
        CompletableFuture<byte[]> load = slow(() -> STORED);
        table.forgetPart(0);
        gate.countDown();

        assertThat(load.join()).isSameAs(STORED);
        assertThat(table.get(CALLER, () -> CHANGED)).isSameAs(CHANGED);
        assertThat(table.get(OTHER, () -> CHANGED)).isSameAs(CHANGED);
    }

    @Test
    void failedLoadLeavesNothingBehind() {
        CompletableFuture<byte[]> load = slow(() -> {
            throw new IllegalStateException("database away");
        });
        table.changed(CALLER, _ -> CHANGED);
        gate.countDown();

        assertThatThrownBy(load::join)
                .isInstanceOf(CompletionException.class)
                .hasRootCauseInstanceOf(IllegalStateException.class);
        assertThat(table.get(CALLER, () -> STORED)).isSameAs(STORED);
        assertThat(table.figures()).isEqualTo(new TableFigures(1, 296, 0, 1, 1, 0));
    }

    @Test
    void whoWaitsForALoadThatFailsGetsItsCause() {
        Load load = new Load();
        load.fail(new IllegalStateException("database away"));

        assertThatThrownBy(load::await).isExactlyInstanceOf(IllegalStateException.class);
    }

    @Test
    void changeOfWhoIsNotThereIsNoQuestion() {
        table.arrived(CALLER, _ -> CHANGED);

        assertThat(table.get(CALLER, () -> STORED)).isSameAs(STORED);
    }

    @Test
    void numbersThatLookAlikeAreDifferentCallers() {
        List<CallerNumber> callers = List.of(
                new CallerNumber.E164("+1234"),
                new CallerNumber.Internal("1234"),
                new CallerNumber.Internal("01234"),
                new CallerNumber.Internal("001234"),
                new CallerNumber.E164("+999999999999999"));

        assertThat(callers.stream().map(CallerKey::of).distinct()).hasSize(5).doesNotContain(0L);
        assertThatThrownBy(() -> CallerKey.of(new CallerNumber.Withheld()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
