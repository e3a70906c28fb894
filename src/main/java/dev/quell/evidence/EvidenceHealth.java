package dev.quell.evidence;

import dev.quell.evidence.key.EvidenceKeys;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Health of the key that signs evidence. DEGRADED at worst, which is answered with 200: calls are screened without it. */
@Component
final class EvidenceHealth implements HealthIndicator {

    private static final Status DEGRADED =
            new Status("DEGRADED", "calls are screened; no evidence is made, and nothing is removed by retention");

    private final EvidenceKeys keys;

    EvidenceHealth(EvidenceKeys keys) {
        this.keys = keys;
    }

    @Override
    public Health health() {
        String fault = keys.fault();
        return fault.isEmpty()
                ? Health.up().build()
                : Health.status(DEGRADED).withDetail("key", fault).build();
    }
}
