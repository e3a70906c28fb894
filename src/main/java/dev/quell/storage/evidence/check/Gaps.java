package dev.quell.storage.evidence.check;

import dev.quell.storage.evidence.DroppedBlocks;
import dev.quell.storage.evidence.DroppedBlocks.Range;
import java.util.List;
import java.util.Optional;

/** Blocks that the service dropped when all their calls were gone, as signed notes tell. */
final class Gaps {

    private final List<Range> ranges;

    Gaps(TrustedNotes notes) {
        ranges = notes.of("DROPPED").stream()
                .flatMap(note -> DroppedBlocks.of(note.values()).stream())
                .toList();
    }

    /** The one that a block is in: if it may be, one that begins with it, and of those the longest. */
    Optional<Range> of(long number) {
        Range best = null;
        for (Range range : ranges) {
            boolean within = range.from() <= number && number <= range.to();
            boolean better =
                    best == null || (range.from() == number && (best.from() != number || best.to() < range.to()));
            if (within && better) {
                best = range;
            }
        }
        return Optional.ofNullable(best);
    }
}
