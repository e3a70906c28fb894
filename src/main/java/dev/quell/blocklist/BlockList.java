package dev.quell.blocklist;

import dev.quell.call.CallerNumber;
import java.time.Instant;
import java.util.Optional;

/** The question asked at screening: which entry, if any, decides about this caller. */
public interface BlockList {

    /**
     * The deciding entry: an active allow entry before any block, then an exact entry, then of prefixes and ranges the one that means the fewest
     * numbers of the caller's length; of a prefix and a range that mean as many, the range.
     */
    Optional<ListMatch> match(CallerNumber caller, Instant now);
}
