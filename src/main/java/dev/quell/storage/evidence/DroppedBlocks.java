package dev.quell.storage.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Blocks all of whose calls are gone, as a note of the kind {@value #KIND} tells of them. */
public final class DroppedBlocks {

    /** The note's kind. */
    public static final String KIND = "DROPPED";

    private DroppedBlocks() {}

    /**
     * Blocks that stood one behind the other.
     *
     * @param from the first
     * @param to the last
     * @param first the hash of the block before them
     * @param hash of the last
     * @param facts how many they held
     */
    public record Range(long from, long to, String first, String hash, long facts) {

        List<Object> values() {
            return List.of(from, to, first, hash, facts);
        }

        /** Longer by the block behind it. */
        Range and(Range next) {
            return new Range(from, next.to, first, next.hash, facts + next.facts);
        }
    }

    /** Ranges in their order; those that follow each other are one. */
    static List<Range> joined(List<Range> ranges) {
        List<Range> joined = new ArrayList<>();
        ranges.stream()
                .sorted(Comparator.comparingLong(Range::from)
                        .thenComparing(Comparator.comparingLong(Range::to).reversed()))
                .forEach(next -> {
                    if (joined.isEmpty() || joined.getLast().to() < next.from()) {
                        boolean follows = !joined.isEmpty()
                                && joined.getLast().to() + 1 == next.from()
                                && joined.getLast().hash().equals(next.first());
                        joined.add(follows ? joined.removeLast().and(next) : next);
                    } else if (joined.getLast().to() < next.to()) {
                        joined.add(next);
                    }
                });
        return joined;
    }

    /** What a note tells. */
    public static List<Range> of(JsonNode note) {
        List<Range> ranges = new ArrayList<>();
        note.path("ranges")
                .forEach(range -> ranges.add(new Range(
                        range.path(0).asLong(0),
                        range.path(1).asLong(0),
                        range.path(2).asString(""),
                        range.path(3).asString(""),
                        range.path(4).asLong(0))));
        return ranges;
    }
}
