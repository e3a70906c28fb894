package dev.quell.blocklist;

import dev.quell.blocklist.ListEntry.Origin;
import java.time.Instant;

/**
 * A standing entry as the store tells it to the index, light enough for millions.
 *
 * @param id the store's number
 * @param pattern in the form of {@link ListPattern#text()}, not checked yet
 * @param endsAt epoch milliseconds, {@link #NEVER} if it stands for good
 */
public record Standing(long id, ListKind kind, String pattern, Origin origin, long endsAt) {

    /** The end of what does not end. */
    public static final long NEVER = Long.MAX_VALUE;

    /** An entry without its words. */
    public static Standing of(ListEntry entry) {
        return new Standing(
                entry.id(),
                entry.kind(),
                entry.pattern().text(),
                entry.origin(),
                entry.expiresAt().map(Instant::toEpochMilli).orElse(NEVER));
    }
}
