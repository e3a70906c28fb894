package dev.quell.deed;

import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.proposal.Proposal;

/** What became of an entry that somebody wanted. */
public sealed interface Listed {

    /** It was made. */
    record Made(ListEntry entry) implements Listed {}

    /** It waits for a second person. */
    record Waits(Proposal proposal) implements Listed {}
}
