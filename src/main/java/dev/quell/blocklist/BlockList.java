package dev.quell.blocklist;

import dev.quell.call.CallerNumber;
import java.time.Instant;
import java.util.Optional;

/** The question asked at screening: which entry, if any, decides about this caller. */
public interface BlockList {

    /** The deciding entry: an active allow entry before any block, then an exact entry before the longest prefix. */
    Optional<ListMatch> match(CallerNumber caller, Instant now);
}
