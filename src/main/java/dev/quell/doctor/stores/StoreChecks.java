package dev.quell.doctor.stores;

import dev.quell.doctor.finding.Check;
import dev.quell.doctor.site.Site;
import dev.quell.storage.look.PostgresLook;
import dev.quell.storage.look.RedisLook;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** The checks of the records, in the order in which they are told; of shared stores only those that the settings name. */
public final class StoreChecks {

    private StoreChecks() {}

    public static List<Check> of(Site site, Environment environment, Clock clock) {
        List<Check> checks = new ArrayList<>();
        checks.add(new DatabaseCheck(site));
        if (!site.postgres().isEmpty()) {
            checks.add(new PostgresCheck(() -> PostgresLook.at(environment), clock));
        }
        if (site.redis()) {
            Duration timeout = Binder.get(environment)
                    .bind("spring.data.redis.timeout", Duration.class)
                    .orElse(Duration.ofMillis(50));
            checks.add(new RedisCheck(() -> RedisLook.at(environment), timeout, clock));
        }
        return checks;
    }
}
