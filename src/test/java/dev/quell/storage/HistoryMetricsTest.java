package dev.quell.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quell.call.CallerNumber;
import dev.quell.history.PastCall;
import dev.quell.history.PastFlag;
import dev.quell.storage.memory.CachedCallerHistory;
import dev.quell.storage.memory.PastCalls;
import dev.quell.storage.memory.Standing;
import dev.quell.storage.memory.filter.FilteredPastCalls;
import dev.quell.storage.memory.filter.StoredCallers;
import dev.quell.storage.memory.filter.StoredPages;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class HistoryMetricsTest {

    private static final CallerNumber BROKEN = new CallerNumber.E164("+8613800138009");

    private static final PastCalls STORE = new PastCalls() {
        @Override
        public List<PastCall> calls(CallerNumber caller, Instant from) {
            if (caller.equals(BROKEN)) {
                throw new IllegalStateException("database away");
            }
            return List.of();
        }

        @Override
        public List<PastFlag> flags(CallerNumber caller, Instant from) {
            return List.of();
        }
    };

    private static final StoredPages ONLY_THE_BROKEN_ONE = new StoredPages() {
        @Override
        public void callers(Consumer<String> each) {
            each.accept(BROKEN.key());
        }

        @Override
        public void flagged(Consumer<String> each) {}
    };

    @Test
    void questionsAreCountedByWhereTheAnswerCameFrom() {
        StoredCallers stored = new StoredCallers();
        stored.fill(ONLY_THE_BROKEN_ONE, () -> true);
        CachedCallerHistory history = new CachedCallerHistory(
                new FilteredPastCalls(STORE, stored),
                stored,
                Standing.none(),
                Duration.ofDays(90),
                Duration.ofDays(7),
                1 << 20);
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        new HistoryMetrics(history, stored).bindTo(registry);
        history.of(Calls.CALLER, Calls.NOW);
        history.of(Calls.CALLER, Calls.NOW);
        history.of(Calls.CALLER, Calls.NOW);
        assertThatThrownBy(() -> history.of(BROKEN, Calls.NOW)).isInstanceOf(IllegalStateException.class);

        assertThat(questions(registry, "memory")).isEqualTo(2);
        assertThat(questions(registry, "stores")).isEqualTo(1);
        assertThat(questions(registry, "failed")).isEqualTo(1);
        assertThat(registry.get("quell.history.callers").gauge().value()).isEqualTo(1);
        assertThat(registry.get("quell.history.memory").gauge().value())
                .isEqualTo(history.figures().bytes())
                .isBetween(1.0, 100_000.0);
        assertThat(registry.get("quell.history.evicted").functionCounter().count())
                .isZero();
        assertThat(registry.get("quell.history.spared").functionCounter().count())
                .isEqualTo(1);
    }

    private static double questions(SimpleMeterRegistry registry, String from) {
        return registry.get("quell.history.questions")
                .tag("from", from)
                .functionCounter()
                .count();
    }
}
