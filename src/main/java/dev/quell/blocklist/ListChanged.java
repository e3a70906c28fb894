package dev.quell.blocklist;

import java.util.Optional;

/**
 * The lists were changed by another instance; what is in memory must follow.
 *
 * @param entry the entry as it is now, made or ended; empty if it is not known what changed and all is to be read again
 */
public record ListChanged(Optional<ListEntry> entry) {}
