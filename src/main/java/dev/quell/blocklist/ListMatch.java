package dev.quell.blocklist;

import dev.quell.blocklist.ListEntry.Origin;
import java.time.Instant;
import java.util.Optional;

/**
 * The entry that decides about a caller, as far as a decision needs it; its words are in the store.
 *
 * @param id the store's number
 * @param origin what made it
 * @param expiresAt when it ends, in whole milliseconds; empty if it stands for good
 */
public record ListMatch(long id, ListKind kind, ListPattern pattern, Origin origin, Optional<Instant> expiresAt) {}
