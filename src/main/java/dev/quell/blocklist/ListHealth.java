package dev.quell.blocklist;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Health and figures of the lists: DEGRADED while they could not be read, up while they are being read; calls pass all the same. */
@Component
final class ListHealth implements HealthIndicator {

    private static final Status DEGRADED = new Status("DEGRADED", "entries that were not read count for nothing");

    private final ListIndex index;
    private final ListLoader loader;

    ListHealth(ListIndex index, ListLoader loader, MeterRegistry registry) {
        this.index = index;
        this.loader = loader;
        gauge(registry, "block", ListCount::blocks);
        gauge(registry, "allow", ListCount::allows);
        FunctionCounter.builder("quell.lists.unanswered", index, ListIndex::unanswered)
                .description("Look-ups that found nothing while the lists were not read yet")
                .register(registry);
    }

    private void gauge(MeterRegistry registry, String list, ToDoubleFunction<ListCount> figure) {
        Gauge.builder("quell.lists.entries", index, lists -> figure.applyAsDouble(lists.count()))
                .description("Active entries")
                .tag("list", list)
                .register(registry);
    }

    @Override
    public Health health() {
        String fault = loader.fault();
        Health.Builder health =
                fault.isEmpty() ? Health.up() : Health.status(DEGRADED).withDetail("fault", fault);
        ListCount count = index.count();
        health.withDetail("blocks", count.blocks()).withDetail("allows", count.allows());
        if (loader.reading()) {
            health.withDetail("reading", loader.entries() + " entries read so far");
        }
        return health.build();
    }
}
