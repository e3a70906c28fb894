package dev.quell.storage.share;

import java.util.List;

/**
 * Rows of other instances changed this one's database; durable.
 *
 * @param rows as they are now; an entry that was deleted, because another instance had made it first, as one that ended when it began
 */
public record RowsTaken(List<SharedRow> rows) {

    public RowsTaken {
        rows = List.copyOf(rows);
    }
}
