package dev.quell.console.verdict;

import dev.quell.blocklist.ListEntry;
import dev.quell.call.Printable;
import java.time.Instant;
import java.util.Optional;

/**
 * An entry of the lists as a page shows it.
 *
 * @param kind ALLOW or BLOCK
 * @param origin what made it
 * @param until when it ends, empty if it stands for good
 * @param step the rung of the ladder, 0 off it
 */
public record EntryRow(
        long id,
        String kind,
        String pattern,
        String reason,
        String author,
        String origin,
        Instant made,
        Optional<Instant> until,
        int step) {
    private static final int LONGEST = 200;

    /** Shows an entry. */
    public static EntryRow of(ListEntry entry) {
        return new EntryRow(
                entry.id(),
                entry.kind().name(),
                entry.pattern().shown(),
                Printable.of(entry.reason(), LONGEST),
                Printable.of(entry.author(), LONGEST),
                entry.origin().name(),
                entry.createdAt(),
                entry.expiresAt(),
                entry.step());
    }
}
