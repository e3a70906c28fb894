package dev.quell.storage.share;

import java.util.List;

/**
 * Takes in rows that other instances have changed: flags, entries, known callers, versions. To take a row in twice, or an older state after a newer one,
 * changes nothing. Whoever must know (the lists in memory, the callers' history) is told after it is durable.
 */
public interface Replica {

    /** Takes rows in; durable when it returns. */
    void take(List<SharedRow> rows);
}
