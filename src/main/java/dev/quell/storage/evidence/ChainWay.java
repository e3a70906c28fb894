package dev.quell.storage.evidence;

import dev.quell.evidence.chain.BlockHead;
import dev.quell.evidence.key.EvidenceFault;
import dev.quell.storage.chain.StoredBlock;
import dev.quell.storage.evidence.DroppedBlocks.Range;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** A short way through the chain, from its end back to some blocks; over dropped ones by the notes that tell of them. */
final class ChainWay {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient reader;
    /** By the last block, the longest. */
    private final Map<Long, Range> dropped = new HashMap<>();

    ChainWay(JdbcClient reader) {
        this.reader = reader;
    }

    /** A note and where it stands. */
    private record Told(long number, String line) {}

    /**
     * Goes it.
     *
     * @param blocks to which it must lead
     * @param heads told the lines of the blocks, newest first
     * @param notes told the notes of blocks that were dropped, which it needs
     */
    void go(Collection<Long> blocks, Consumer<String> heads, Consumer<String> notes) {
        NavigableSet<Long> wanted = new TreeSet<>(blocks);
        gaps(wanted, notes);
        Optional<BlockHead> at = last();
        while (at.isPresent()) {
            BlockHead head = at.get();
            heads.accept(head.line());
            Long target = wanted.lower(head.number());
            if (target == null) {
                return;
            }
            at = next(head, target);
        }
        throw new EvidenceFault(
                "the chain does not lead to all of the calls; if retention is at work try again in an hour, or look with `quell verify`");
    }

    private void gaps(NavigableSet<Long> wanted, Consumer<String> notes) {
        if (wanted.isEmpty()) {
            return;
        }
        long least = wanted.first();
        for (Told note : told()) {
            List<Range> ranges = DroppedBlocks.of(JSON.readTree(note.line()));
            if (ranges.stream().anyMatch(range -> range.to() >= least)) {
                ranges.forEach(range ->
                        dropped.merge(range.to(), range, (one, other) -> one.from() <= other.from() ? one : other));
                wanted.add(note.number());
                notes.accept(note.line());
            }
        }
    }

    private List<Told> told() {
        return reader.sql(
                        "select number, note from chain_blocks where kind = :kind and note is not null order by number")
                .param("kind", DroppedBlocks.KIND)
                .query((row, index) -> new Told(row.getLong("number"), row.getString("note")))
                .list();
    }

    private Optional<BlockHead> next(BlockHead head, long target) {
        long back = BlockHead.backOf(head.number());
        if (back >= target && !head.back().isEmpty()) {
            Optional<BlockHead> far = head(back);
            if (far.isPresent()) {
                return far;
            }
        }
        long number = head.number() - 1;
        Optional<BlockHead> near = head(number);
        while (near.isEmpty()) {
            Range gap = dropped.get(number);
            if (gap == null) {
                return Optional.empty();
            }
            number = gap.from() - 1;
            near = head(number);
        }
        return near;
    }

    private Optional<BlockHead> head(long number) {
        return reader.sql(StoredBlock.HEADS + " where b.number = :number")
                .param("number", number)
                .query(StoredBlock::readHead)
                .optional();
    }

    Optional<BlockHead> last() {
        return reader.sql(StoredBlock.HEADS + " order by b.number desc limit 1")
                .query(StoredBlock::readHead)
                .optional();
    }
}
