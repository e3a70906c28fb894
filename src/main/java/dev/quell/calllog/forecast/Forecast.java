package dev.quell.calllog.forecast;

import dev.quell.blocklist.ListEntry;
import dev.quell.calllog.CallTotals.Counting;
import java.time.Instant;
import java.util.List;

/**
 * What an entry would do.
 *
 * @param entry the entry, not made
 * @param replaces active entries of the same list and pattern, which it would end
 * @param allowed allow entries that would win over it for some or all of its callers, at most 1000; none for an allow entry
 * @param protectedNumber whether it is refused as a number that no block may hit
 * @param since the calls since then are counted
 * @param counting how far they are
 * @param ownOnly whether they are this instance's alone, while others have calls too, and good talks among them
 * @param calls how many it means
 * @param callers how many numbers those calls came from
 * @param goodTalks those of the calls that were good talks with an agent; any is a reason to think again before a block
 */
public record Forecast(
        ListEntry entry,
        List<ListEntry> replaces,
        List<ListEntry> allowed,
        boolean protectedNumber,
        Instant since,
        Counting counting,
        boolean ownOnly,
        int calls,
        int callers,
        int goodTalks) {
    public Forecast {
        replaces = List.copyOf(replaces);
        allowed = List.copyOf(allowed);
    }
}
