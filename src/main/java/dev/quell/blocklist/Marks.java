package dev.quell.blocklist;

import java.time.Instant;
import java.util.Optional;

/** What an automatic entry is known by. It follows the last one of its kind for its pattern, and each is followed by one only: to conclude it twice makes it once. */
final class Marks {

    private Marks() {}

    /**
     * The mark of an entry, the same wherever the same calls are judged.
     *
     * @param last the last entry of the same pattern and origin, whatever became of it; empty if there is none
     */
    static String after(Optional<ListEntry> last, ListEntry entry) {
        long before = last.map(ListEntry::createdAt).map(Instant::toEpochMilli).orElse(0L);
        return entry.origin() + " " + entry.pattern().text() + " after " + before;
    }
}
