package dev.quell.storage;

import dev.quell.storage.memory.CachedCallerHistory;
import dev.quell.storage.memory.filter.StoredCallers;
import dev.quell.storage.memory.table.TableFigures;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToLongFunction;

/** The meters of what is remembered of callers. */
final class HistoryMetrics implements MeterBinder {

    private static final String QUESTIONS = "quell.history.questions";
    private static final String QUESTIONS_ARE = "Questions about a caller, by where the answer came from";

    private final CachedCallerHistory history;
    private final StoredCallers stored;

    HistoryMetrics(CachedCallerHistory history, StoredCallers stored) {
        this.history = history;
        this.stored = stored;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "quell.history.callers", "Callers in memory", "callers", TableFigures::callers);
        gauge(registry, "quell.history.memory", "What callers in memory take", "bytes", TableFigures::bytes);
        questions(registry, "memory", TableFigures::found);
        questions(registry, "stores", TableFigures::loaded);
        questions(registry, "failed", TableFigures::failed);
        FunctionCounter.builder(
                        "quell.history.evicted", history, all -> all.figures().evicted())
                .description("Callers that made room for others; grow quell.storage.history-cache if there are many")
                .register(registry);
        FunctionCounter.builder("quell.history.spared", stored, StoredCallers::spared)
                .description("Callers of whom the database was known to have no calls")
                .register(registry);
    }

    private void gauge(
            MeterRegistry registry, String name, String what, String unit, ToLongFunction<TableFigures> figure) {
        Gauge.builder(name, history, all -> figure.applyAsLong(all.figures()))
                .description(what)
                .baseUnit(unit)
                .register(registry);
    }

    private void questions(MeterRegistry registry, String from, ToLongFunction<TableFigures> figure) {
        FunctionCounter.builder(QUESTIONS, history, all -> figure.applyAsLong(all.figures()))
                .description(QUESTIONS_ARE)
                .tag("from", from)
                .register(registry);
    }
}
