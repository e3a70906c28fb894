package dev.quell.storage.evidence.check;

import dev.quell.storage.evidence.DroppedBlocks;
import dev.quell.storage.evidence.DroppedBlocks.Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Blocks that the service dropped when all their calls were gone, as signed notes tell. Notes repeat what older ones told, so ranges lie within each other. */
final class Gaps {

    /** By the first block, the longest first. */
    private final NavigableMap<Long, List<Range>> ranges = new TreeMap<>();
    /** By the first block, how far those reach that begin there or earlier. */
    private final Map<Long, Long> reach = new HashMap<>();

    Gaps(TrustedNotes notes) {
        this(notes.of(DroppedBlocks.KIND).stream()
                .flatMap(note -> DroppedBlocks.of(note.values()).stream())
                .toList());
    }

    Gaps(List<Range> dropped) {
        for (Range range : dropped) {
            ranges.computeIfAbsent(range.from(), from -> new ArrayList<>()).add(range);
        }
        long farthest = Long.MIN_VALUE;
        for (Map.Entry<Long, List<Range>> each : ranges.entrySet()) {
            each.getValue().sort(Comparator.comparingLong(Range::to).reversed());
            farthest = Math.max(farthest, each.getValue().getFirst().to());
            reach.put(each.getKey(), farthest);
        }
    }

    /** The range that a block is in: if it may be, one that begins with it, and of those the longest. */
    Optional<Range> of(long number) {
        return of(number, Long.MAX_VALUE);
    }

    /** The same of those that end before a block. */
    Optional<Range> of(long number, long before) {
        for (Map.Entry<Long, List<Range>> each :
                ranges.headMap(number, true).descendingMap().entrySet()) {
            if (reach.getOrDefault(each.getKey(), Long.MIN_VALUE) < number) {
                break;
            }
            Optional<Range> found = each.getValue().stream()
                    .filter(range -> range.to() >= number && range.to() < before)
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
