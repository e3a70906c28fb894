package dev.quell.evidence;

import dev.quell.blocklist.ListPattern;
import dev.quell.evidence.chain.BlockHead;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The port to what packs are made of: this instance's own records and its chain. */
public interface EvidenceStore {

    /**
     * A source's calls that arrived in {@code [from, to)}, oldest first: the numbers of their rows.
     *
     * @param limit how many at most
     */
    List<Long> find(ListPattern source, Instant from, Instant to, int limit);

    /**
     * Reads calls, in the order of {@link #find}; one that is gone meanwhile is left out.
     *
     * @throws dev.quell.evidence.key.EvidenceFault if a row is not what the chain has
     */
    void read(List<Long> calls, Consumer<KeptCall> consumer);

    /** Agents' flags on such calls, undone ones too, with all that is kept of them. */
    List<Map<String, Object>> flags(ListPattern source, Instant from, Instant to);

    /** List entries that mean or meant the source, ended ones too, with all that is kept of them. */
    List<Map<String, Object>> entries(ListPattern source);

    /**
     * A short way from the chain's end back to some of its blocks.
     *
     * @param heads told the lines of its blocks, newest first
     * @param notes told the notes of dropped blocks over which it leads
     * @throws dev.quell.evidence.key.EvidenceFault if there is none
     */
    void way(Collection<Long> blocks, Consumer<String> heads, Consumer<String> notes);

    /**
     * The notes of packs of a source that the chain has, oldest first.
     *
     * @param through the last block that is looked at
     */
    List<KeptNote> exports(ListPattern source, long through);

    /**
     * Writes a signed note behind the chain's end.
     *
     * @param values words and whole numbers, kept for good
     * @param details of which the note has the hash alone, so that they can be removed when their time is over; may be empty
     * @throws dev.quell.evidence.key.EvidenceFault if the key cannot be used
     */
    KeptNote note(String kind, Instant at, Map<String, ?> values, Map<String, ?> details);

    /**
     * Tells the chain what it lacks: its signed beginning, another key, that a copy was restored.
     *
     * @throws dev.quell.evidence.key.EvidenceFault if the key cannot be used
     */
    void begin();

    /** The chain's last block; {@link BlockHead#NONE} if there is none. */
    BlockHead head();

    /** How many blocks came after the last that is signed. */
    long unsigned();
}
