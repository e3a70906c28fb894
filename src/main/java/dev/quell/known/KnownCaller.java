package dev.quell.known;

import dev.quell.call.CallerNumber;
import dev.quell.history.KnownAs;
import java.time.Instant;
import java.util.Optional;

/**
 * A caller whom the site knows.
 *
 * @param caller a number that identifies somebody
 * @param author who said so, at most 100 characters
 * @param since when it was said
 * @param until from when on it no longer holds; empty: until it is taken back
 */
public record KnownCaller(
        CallerNumber caller, KnownAs as, Origin origin, String author, Instant since, Optional<Instant> until) {

    /** Who names known callers. A caller cannot. */
    public enum Origin {
        /** A person or a program of the site, over the REST interface. */
        API,
        /** The site's file of customers. */
        FILE,
        /** The site's dialplan, of a number that it called. */
        DIALPLAN
    }

    public KnownCaller {
        if (!caller.identifies()) {
            throw new IllegalArgumentException(
                    "a known caller has a number: + and 4 to 15 digits, a national number, or 2 to 6 digits");
        }
    }

    /** Whether it holds at a moment. */
    public boolean holds(Instant at) {
        return until.isEmpty() || until.get().isAfter(at);
    }
}
