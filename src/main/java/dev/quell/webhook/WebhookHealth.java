package dev.quell.webhook;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** How it goes with webhooks. DEGRADED at worst, which is answered with 200: no call needs them. */
@Component
final class WebhookHealth implements HealthIndicator {

    static final Status DEGRADED = new Status("DEGRADED", "messages wait for a webhook's target");

    private final Couriers couriers;

    WebhookHealth(Couriers couriers) {
        this.couriers = couriers;
    }

    @Override
    public Health health() {
        boolean well = true;
        Health.Builder health = Health.up();
        for (TargetState state : couriers.states()) {
            well &= state.trouble().isEmpty();
            health.withDetail(state.name(), details(state));
        }
        return (well ? health : health.status(DEGRADED)).build();
    }

    private static Map<String, Object> details(TargetState state) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("waiting", state.waiting());
        state.oldest().ifPresent(since -> details.put("since", since.toString()));
        state.delivered().ifPresent(at -> details.put("delivered", at.toString()));
        if (!state.trouble().isEmpty()) {
            details.put("trouble", state.trouble());
        }
        return details;
    }
}
