package dev.quell.blocklist;

import java.time.Instant;
import java.util.Optional;

/**
 * One entry of the allow or block list.
 *
 * @param id the store's number, 0 for an entry not stored yet
 * @param reason why, in words, 1 to 200 characters
 * @param author who made it: a person's name, or {@code quell} for an automatic block
 * @param origin what made it
 * @param expiresAt when it ends; block entries always end, an allow entry may stand for good
 * @param step the rung of the ladder, 1 to 4; 0 for entries off the ladder
 */
public record ListEntry(
        long id,
        ListKind kind,
        ListPattern pattern,
        String reason,
        String author,
        Origin origin,
        Instant createdAt,
        Optional<Instant> expiresAt,
        int step) {

    /** What made an entry. */
    public enum Origin {
        MANUAL,
        /** A short block after a burst of silent calls. */
        BURST,
        /** The ladder of strikes. */
        LADDER
    }

    public ListEntry {
        if (reason.isBlank() || reason.length() > 200) {
            throw new IllegalArgumentException("a reason of 1 to 200 characters is needed");
        }
        if (kind == ListKind.BLOCK && expiresAt.isEmpty()) {
            throw new IllegalArgumentException("a block entry needs an expiry: numbers are reassigned");
        }
    }

    /** Whether it counts at a moment; at its expiry it no longer does. */
    public boolean activeAt(Instant now) {
        return expiresAt.isEmpty() || now.isBefore(expiresAt.get());
    }
}
