package dev.quell.storage.postgres;

import dev.quell.storage.postgres.feed.Feed;
import dev.quell.storage.postgres.ship.LagWatch;
import dev.quell.storage.postgres.ship.Shipper;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** Health of what is shared over PostgreSQL. DEGRADED at worst, which is answered with 200: calls are screened without it. */
final class RecordHealth implements HealthIndicator {

    static final Status DEGRADED = new Status(
            "DEGRADED",
            "calls are screened; what other instances change is not heard, and rows wait here until they can be told");

    private final Shipper shipper;
    private final Feed feed;
    private final LagWatch lag;

    RecordHealth(Shipper shipper, Feed feed, LagWatch lag) {
        this.shipper = shipper;
        this.feed = feed;
        this.lag = lag;
    }

    @Override
    public Health health() {
        boolean well = shipper.fault().isEmpty() && feed.fault().isEmpty() && !lag.alarmed();
        Health.Builder health = Health.up()
                .withDetail("waiting", lag.waiting())
                .withDetail("behind", lag.behind().toString());
        detail(health, "ships", shipper.fault());
        detail(health, "hears", feed.fault());
        return (well ? health : health.status(DEGRADED)).build();
    }

    private static void detail(Health.Builder health, String name, String fault) {
        if (!fault.isEmpty()) {
            health.withDetail(name, fault);
        }
    }
}
