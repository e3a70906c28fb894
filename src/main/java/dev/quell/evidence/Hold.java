package dev.quell.evidence;

import dev.quell.blocklist.ListPattern;
import java.time.Instant;
import java.util.Optional;

/**
 * A legal hold: retention keeps the calls, flags and list entries that it covers.
 *
 * @param id the store's number, 0 if not stored yet
 * @param source whose; empty for all callers
 * @param from calls that arrived at or after
 * @param to calls that arrived before
 * @param author who ordered it
 * @param reason why, 1 to 200 characters
 * @param madeAt when
 * @param until when it ends by itself; empty if a person must end it
 * @param releasedAt when a person ended it
 */
public record Hold(
        long id,
        Optional<ListPattern> source,
        Instant from,
        Instant to,
        String author,
        String reason,
        Instant madeAt,
        Optional<Instant> until,
        Optional<Instant> releasedAt) {

    private static final int LONGEST = 200;

    public Hold {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a hold's begin is before its end");
        }
        if (reason.isBlank() || reason.length() > LONGEST || author.isBlank()) {
            throw new IllegalArgumentException("a hold needs an author and a reason of 1 to 200 characters");
        }
    }
}
