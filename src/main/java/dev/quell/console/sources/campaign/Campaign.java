package dev.quell.console.sources.campaign;

import dev.quell.source.Campaigns;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * Several sources that seem to act as one.
 *
 * @param range the numbers as the reader may see them, ending in a star; empty if the sources share no range
 * @param address the same for an address; empty if the reader may not ask for it
 * @param ends the smallest and the greatest of the numbers of the range that called; empty if fewer than two did or the reader may not see them
 * @param sources how many different numbers called
 * @param calls how many calls were looked at, at most {@value Campaigns#CALLS_EACH}
 * @param together the most numbers that called within one hour
 * @param fingerprint the signalling traits that most of them share, printable; empty if no two share any
 * @param sharing how many of them have it
 * @param common how many in a hundred of the other recent callers of the trunk have it; empty if too few are known
 * @param members some of them
 */
public record Campaign(
        String range,
        String address,
        List<String> ends,
        int sources,
        int calls,
        int together,
        String fingerprint,
        int sharing,
        OptionalLong common,
        Instant first,
        Instant last,
        List<Member> members) {
    public Campaign {
        ends = List.copyOf(ends);
        members = List.copyOf(members);
    }

    /**
     * One of them.
     *
     * @param key how its page is named in an address
     * @param caller the number as the reader may see it
     */
    public record Member(String key, String caller, int calls) {}
}
