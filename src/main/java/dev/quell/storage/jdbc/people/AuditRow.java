package dev.quell.storage.jdbc.people;

import dev.quell.security.audit.AuditEntry;
import dev.quell.security.audit.Deed;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How an entry of the audit is read from its columns. */
public final class AuditRow {

    private AuditRow() {}

    /**
     * The entry of some columns.
     *
     * @throws IllegalArgumentException if they are none that this version knows
     */
    public static AuditEntry read(Map<String, @Nullable Object> row) {
        return new AuditEntry(
                Cells.number(row, "id"),
                Cells.time(row, "at").orElse(Instant.EPOCH),
                Cells.text(row, "who"),
                Deed.valueOf(Cells.text(row, "deed")),
                Cells.text(row, "subject"),
                Cells.text(row, "before"),
                Cells.text(row, "after"),
                Cells.text(row, "address"));
    }
}
