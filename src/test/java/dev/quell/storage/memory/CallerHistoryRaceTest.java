package dev.quell.storage.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.classifier.Action;
import dev.quell.classifier.CallClass;
import dev.quell.history.CallerRecord;
import dev.quell.history.PastCall;
import dev.quell.history.PastFlag;
import dev.quell.screening.CallConcluded;
import dev.quell.screening.CallScreened;
import dev.quell.storage.Calls;
import dev.quell.storage.memory.filter.FilteredPastCalls;
import dev.quell.storage.memory.filter.StoredCallers;
import dev.quell.storage.memory.filter.StoredPages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many threads write, tell, ask and throw away at once. */
@Timeout(60)
class CallerHistoryRaceTest {

    private static final int THREADS = 8;
    private static final int CALLERS = 6;
    private static final int CALLS = 300;
    private static final Instant LATER = Calls.NOW.plus(Duration.ofDays(1));

    /** What is durable: a row is here before anybody is told of it. */
    private static final class Store implements PastCalls, StoredPages {
        private final Map<CallerNumber, CallerRecord> rows = new ConcurrentHashMap<>();

        void change(CallerNumber caller, UnaryOperator<CallerRecord> change) {
            rows.compute(
                    caller, (_, known) -> change.apply(known == null ? new CallerRecord(List.of(), List.of()) : known));
        }

        @Override
        public List<PastCall> calls(CallerNumber caller, Instant from) {
            CallerRecord known = rows.get(caller);
            Thread.yield();
            return known == null ? List.of() : known.calls();
        }

        @Override
        public List<PastFlag> flags(CallerNumber caller, Instant from) {
            return List.of();
        }

        @Override
        public void callers(Consumer<String> each) {
            rows.keySet().forEach(caller -> each.accept(caller.key()));
        }

        @Override
        public void flagged(Consumer<String> each) {}
    }

    private final Store store = new Store();
    private final StoredCallers inDatabase = new StoredCallers();

    private static CallerNumber caller(int n) {
        return new CallerNumber.E164("+861380013800" + n);
    }

    /** Room for all, and for hardly anybody. */
    @ParameterizedTest
    @ValueSource(longs = {1 << 24, 1})
    void nothingThatWasToldIsMissing(long bytes) {
        CachedCallerHistory history = new CachedCallerHistory(
                new FilteredPastCalls(store, inDatabase),
                inDatabase,
                Standing.none(),
                Duration.ofDays(90),
                Duration.ofDays(7),
                bytes);
        CyclicBarrier start = new CyclicBarrier(THREADS);
        CompletableFuture.allOf(IntStream.range(0, THREADS)
                        .mapToObj(lane -> CompletableFuture.runAsync(
                                () -> lane(lane, history, start),
                                task -> Thread.ofPlatform().start(task)))
                        .toArray(CompletableFuture[]::new))
                .join();

        for (int n = 0; n < CALLERS; n++) {
            assertThat(history.of(caller(n), LATER).calls())
                    .containsExactlyInAnyOrderElementsOf(
                            store.rows.get(caller(n)).calls());
        }
        assertThat(IntStream.range(0, CALLERS)
                        .map(n -> store.rows.get(caller(n)).calls().size())
                        .sum())
                .isEqualTo(THREADS * CALLS);
    }

    private void lane(int lane, CachedCallerHistory history, CyclicBarrier start) {
        Random random = new Random(lane);
        try {
            start.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        for (int i = 0; i < CALLS; i++) {
            int n = 1 + lane * CALLS + i;
            CallerNumber caller = caller(random.nextInt(CALLERS));
            call(history, n, caller, random.nextBoolean());
            assertThat(history.of(caller, LATER).calls())
                    .extracting(PastCall::id)
                    .contains(Calls.id(n));
            disturb(history, caller, random);
        }
    }

    private void call(CachedCallerHistory history, int n, CallerNumber caller, boolean ends) {
        CallScreened screened = Calls.screened(
                n, Calls.incoming(n, caller, Calls.NOW.plusMillis(n)), Calls.verdict(Action.PASS, CallClass.SILENT));
        store.change(caller, known -> known.arrived(screened.call(), screened.disturbances()));
        history.screened(screened);
        if (ends) {
            CallConcluded end = Calls.concluded(screened, CallOutcome.SPOKE);
            store.change(
                    caller,
                    known -> known.ended(
                            screened.call(),
                            end.ended().endedAt(),
                            end.ended().answered(),
                            end.ended().side(),
                            end.outcome(),
                            end.conduct()));
            history.concluded(end);
        }
    }

    private void disturb(CachedCallerHistory history, CallerNumber caller, Random random) {
        switch (random.nextInt(12)) {
            case 0, 1 -> history.stale(caller);
            case 2 -> history.flagged(caller(random.nextInt(CALLERS)));
            case 3 -> history.partStale(NearCache.part(caller));
            case 4 -> history.allStale();
            case 5 -> assertThat(inDatabase.fill(store, () -> true)).isTrue();
            default -> history.of(caller(random.nextInt(CALLERS)), LATER);
        }
    }
}
