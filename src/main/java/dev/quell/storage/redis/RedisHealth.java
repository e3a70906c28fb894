package dev.quell.storage.redis;

import dev.quell.storage.redis.calls.CallSharing;
import dev.quell.storage.redis.link.RedisLink;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** Health of what is shared over Redis. DEGRADED at worst, which is answered with 200: calls are screened without it. */
final class RedisHealth implements HealthIndicator {

    static final Status DEGRADED = new Status("DEGRADED", "calls are screened with what this instance knows by itself");

    private final RedisLink link;
    private final CallSharing sharing;

    RedisHealth(RedisLink link, CallSharing sharing) {
        this.link = link;
        this.sharing = sharing;
    }

    @Override
    public Health health() {
        Health.Builder health = link.away()
                ? Health.status(DEGRADED)
                        .withDetail(
                                "does",
                                "look at the server that spring.data.redis names; what waits is told when it answers")
                : Health.up();
        return health.withDetail("past calls to tell", sharing.left()).build();
    }
}
