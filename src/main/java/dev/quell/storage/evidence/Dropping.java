package dev.quell.storage.evidence;

import dev.quell.evidence.key.EvidenceKey;
import dev.quell.storage.chain.ChainNotes;
import dev.quell.storage.chain.ChainNotes.Draft;
import dev.quell.storage.evidence.ChainThinning.Candidate;
import dev.quell.storage.evidence.DroppedBlocks.Range;
import dev.quell.storage.sqlite.SqliteDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Blocks that are dropped together, told by one note. Notes of earlier ones go too, when they are old enough: the new note repeats what they told. Whenever this
 * is broken off, what is left follows from the notes that are there.
 */
final class Dropping {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Ranges in a note, about. */
    private static final int RANGES = 500;
    /** Where blocks that go and blocks that stay alternate, fewer than these are not worth a range: that takes as much room as a block. */
    private static final int LONG = 8;

    private static final int BATCH = 50;

    private final SqliteDatabase database;
    private final EvidenceKey key;
    private final long now;
    private final List<Range> gone = new ArrayList<>();
    /** Notes of blocks that were dropped; each stands for itself, as it goes last. */
    private final List<Range> notes = new ArrayList<>();

    private final List<Range> told = new ArrayList<>();
    private int dropped;

    Dropping(SqliteDatabase database, EvidenceKey key, long now) {
        this.database = database;
        this.key = key;
        this.now = now;
    }

    /** The next one; in the order of their numbers. */
    void add(Candidate block) {
        Range next = block.range();
        String note = block.told();
        if (note != null) {
            notes.add(next);
            told.addAll(DroppedBlocks.of(JSON.readTree(note)));
        } else if (!gone.isEmpty() && gone.getLast().to() + 1 == next.from()) {
            gone.add(gone.removeLast().and(next));
        } else {
            gone.add(next);
        }
    }

    /** Whether it is time to tell and to drop. */
    boolean isFull() {
        return gone.size() + told.size() + notes.size() >= RANGES;
    }

    /** Tells of them, and drops them. */
    void drop() {
        if (isFull()) {
            gone.removeIf(range -> range.to() - range.from() + 1 < LONG);
        }
        if (!gone.isEmpty() || !notes.isEmpty()) {
            List<Range> before = DroppedBlocks.joined(told);
            before.forEach(this::drop);
            List<Object> ranges = Stream.of(before, gone, notes)
                    .flatMap(List::stream)
                    .map(Range::values)
                    .map(Object.class::cast)
                    .toList();
            database.writeOn(connection -> ChainNotes.write(
                            connection, key, new Draft(DroppedBlocks.KIND, now, Map.of("ranges", ranges))))
                    .join();
            gone.forEach(this::drop);
            notes.forEach(this::drop);
        }
        gone.clear();
        notes.clear();
        told.clear();
    }

    /** From the end, so that what is left of a range that was broken off still follows what is before it. */
    private void drop(Range range) {
        for (long to = range.to(); to >= range.from(); to -= BATCH) {
            long last = to;
            dropped += database.writeNow(connection -> connection
                    .sql("delete from chain_blocks where number between :from and :to")
                    .param("from", Math.max(range.from(), last - BATCH + 1))
                    .param("to", last)
                    .update());
        }
    }

    /** How many blocks were dropped. */
    int dropped() {
        return dropped;
    }
}
