package dev.quell.security.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Which entries are wanted, newest first.
 *
 * @param who only this person's
 * @param deed only such
 * @param subject only on this
 * @param from at or after
 * @param to before
 * @param after only entries older than the one at this place
 * @param limit most entries, 1 or more
 */
public record AuditQuery(
        Optional<String> who,
        Optional<Deed> deed,
        Optional<String> subject,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<Place> after,
        int limit) {

    public AuditQuery {
        if (limit < 1) {
            throw new IllegalArgumentException("a page has one entry at least, not " + limit);
        }
    }

    /**
     * Where an entry stands among the others.
     *
     * @param at when it was done
     * @param id its id
     */
    public record Place(Instant at, long id) {}

    /** The newest of all. */
    public static AuditQuery newest(int limit) {
        return new AuditQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                limit);
    }
}
