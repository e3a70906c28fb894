package dev.quell.storage;

import dev.quell.storage.sqlite.SqliteDatabase;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Health of writing: down while calls pass unscreened because verdicts cannot be written down. */
@Component
final class StorageHealth implements HealthIndicator {

    private final SqliteDatabase database;

    StorageHealth(SqliteDatabase database) {
        this.database = database;
    }

    @Override
    public Health health() {
        String fault = database.fault();
        return fault.isEmpty()
                ? Health.up().build()
                : Health.down().withDetail("fault", fault).build();
    }
}
