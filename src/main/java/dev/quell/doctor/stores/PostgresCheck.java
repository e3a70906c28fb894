package dev.quell.doctor.stores;

import dev.quell.doctor.finding.Check;
import dev.quell.doctor.finding.Findings;
import dev.quell.doctor.finding.Skew;
import dev.quell.storage.look.PostgresLook;
import java.time.Clock;
import java.util.Locale;
import java.util.function.Supplier;

/** The shared PostgreSQL. */
final class PostgresCheck implements Check {

    private static final int LEAST = 15;

    private final Supplier<PostgresLook> postgres;
    private final Clock clock;

    PostgresCheck(Supplier<PostgresLook> postgres, Clock clock) {
        this.postgres = postgres;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public void look(Findings findings) {
        PostgresLook look;
        try {
            look = postgres.get();
        } catch (RuntimeException e) {
            findings.fault(
                    "it cannot be asked: " + e.getMessage(),
                    "psql with the same spring.datasource settings from this machine; calls are screened meanwhile, and everything waits here");
            return;
        }
        if (look.version() < LEAST) {
            findings.fault("version " + look.version() + " answers", "version " + LEAST + " or later is needed");
            return;
        }
        rights(findings, look);
        Skew.look(findings, look.now(), clock.instant(), "PostgreSQL's");
    }

    private static void rights(Findings findings, PostgresLook look) {
        int before = findings.all().size();
        if (look.standby()) {
            findings.fault("it takes no changes, it is a standby", "let spring.datasource.url name the primary");
        }
        if (!look.mayCreate()) {
            findings.fault(
                    "the user may not make tables, which each day needs one of",
                    "on it, as its superuser: GRANT CREATE ON SCHEMA public TO the user of spring.datasource.username");
        }
        if (!look.owns()) {
            findings.fault(
                    "the table of calls belongs to another user",
                    "on it, as its superuser: ALTER TABLE calls OWNER TO the user of spring.datasource.username");
        }
        if (look.days() == 0) {
            findings.warn(
                    "no day's partition is made from today on; the running service makes a week's",
                    "systemctl start quell   or read what journalctl -u quell says of PostgreSQL");
        }
        if (findings.all().size() == before) {
            findings.ok(String.format(
                    Locale.ROOT,
                    "version %d, %s, answers in %d ms",
                    look.version(),
                    look.days() < 0 ? "empty as yet" : look.instances() + " instances, days made ahead: " + look.days(),
                    look.took().toMillis()));
        }
    }
}
