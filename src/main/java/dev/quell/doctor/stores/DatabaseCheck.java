package dev.quell.doctor.stores;

import dev.quell.doctor.finding.Check;
import dev.quell.doctor.finding.Findings;
import dev.quell.doctor.site.Site;
import dev.quell.storage.look.DatabaseLook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/** The service's own database. */
final class DatabaseCheck implements Check {

    private final Path data;

    DatabaseCheck(Site site) {
        this.data = site.data();
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public void look(Findings findings) {
        if (Files.notExists(data)) {
            findings.skipped("there is none yet", "systemctl start quell");
            return;
        }
        try {
            DatabaseLook look = DatabaseLook.at(data);
            String found = String.format(Locale.ROOT, "version %d, %d MB", look.version(), look.bytes() >> 20);
            if (look.trouble().isEmpty()) {
                findings.ok(found + (look.readThrough() ? ", whole" : ", too large to be read through here"));
            } else {
                findings.fault(
                        found + ", damaged: " + look.trouble(),
                        "systemctl stop quell   then quell restore FILE with your last `quell backup`");
            }
        } catch (RuntimeException e) {
            findings.fault(
                    "it cannot be opened",
                    Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName()));
        }
    }
}
