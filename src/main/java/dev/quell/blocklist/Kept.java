package dev.quell.blocklist;

import java.util.List;

/**
 * What came of an entry that was to be kept.
 *
 * @param entry the entry as it stands in the store; if it was not made, the one that stood there already
 * @param replaced the active entries of the same list and pattern that it ended, as they were
 * @param made whether it is new
 */
public record Kept(ListEntry entry, List<ListEntry> replaced, boolean made) {

    public Kept {
        replaced = List.copyOf(replaced);
    }
}
