package dev.quell.evidence.custody;

import dev.quell.blocklist.ListPattern;
import dev.quell.call.CallId;
import dev.quell.evidence.Hold;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The port to what the chain tells of packs and legal holds, and to what they cover: this instance's own records. */
public interface Custody {

    /**
     * Packs that were made, newest first, as their notes tell.
     *
     * @param before the number of a block; only notes before it
     * @param limit how many at most
     */
    List<PackNote> packs(long before, int limit);

    /** The pack that a block's note tells of; empty if it tells of none. */
    Optional<PackNote> pack(long block);

    /**
     * Where packs went, oldest first.
     *
     * @param packs blocks of the packs' own notes
     */
    List<HandingNote> handings(Collection<Long> packs);

    /** Who made holds and who ended them, oldest first. */
    List<HoldNote> holds();

    /**
     * A source's calls that arrived in {@code [from, to)}, oldest first.
     *
     * @param limit how many at most
     */
    List<CallId> calls(ListPattern source, Instant from, Instant to, int limit);

    /**
     * How many agents' flags there are on such calls.
     *
     * @param limit further is not counted
     */
    int flags(ListPattern source, Instant from, Instant to, int limit);

    /**
     * How many calls a hold keeps that retention would have removed.
     *
     * @param now when it is asked
     * @param limit further is not counted
     */
    int kept(Hold hold, Instant now, int limit);
}
