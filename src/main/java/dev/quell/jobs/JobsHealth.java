package dev.quell.jobs;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Health and meters of what goes on in the background. DEGRADED at worst, which is answered with 200: calls are screened. */
@Component
final class JobsHealth implements HealthIndicator {

    private static final Status DEGRADED = new Status(
            "DEGRADED", "calls are screened; work in the background ended with an error, and is tried again");

    JobsHealth(MeterRegistry registry) {
        FunctionCounter.builder("quell.jobs.errors", this, health -> Mishaps.count())
                .description("Rounds of background work that ended with an error that was not expected")
                .register(registry);
        Gauge.builder("quell.jobs.failing", this, health -> Mishaps.standing().size())
                .description("Kinds of background work whose last round ended with such an error")
                .register(registry);
    }

    @Override
    public Health health() {
        Map<String, String> standing = Mishaps.standing();
        return standing.isEmpty()
                ? Health.up().build()
                : Health.status(DEGRADED).withDetails(standing).build();
    }
}
