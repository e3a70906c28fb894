package dev.quell.storage;

import dev.quell.storage.journal.Journal;
import dev.quell.storage.sqlite.SqliteDatabase;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Health of writing: down while the journal takes no verdicts, so that calls pass unscreened, or the database takes nothing in. DEGRADED while calls are
 * taken in without a place in the chain.
 */
@Component
final class StorageHealth implements HealthIndicator {

    private static final Status DEGRADED =
            new Status("DEGRADED", "calls are screened and logged; nothing proves what is logged of them");

    private final SqliteDatabase database;
    private final Journal journal;

    StorageHealth(SqliteDatabase database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        if (!journal.chainFault().isEmpty()) {
            health.status(DEGRADED).withDetail("chain", journal.chainFault());
        }
        tell(health, "fault", database.fault());
        tell(health, "journal", journal.fault());
        tell(health, "intake", journal.intakeFault());
        return health.withDetail("journalLagSeconds", journal.lag().toSeconds()).build();
    }

    private static void tell(Health.Builder health, String name, String fault) {
        if (!fault.isEmpty()) {
            health.down().withDetail(name, fault);
        }
    }
}
