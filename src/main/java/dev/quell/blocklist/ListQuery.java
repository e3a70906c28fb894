package dev.quell.blocklist;

import dev.quell.blocklist.ListEntry.Origin;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * Which active entries of one list are wanted, newest first.
 *
 * @param meets only entries that mean some caller whom this pattern means too
 * @param after only entries that come after this place
 * @param limit how many at most, 1 or more
 */
public record ListQuery(
        ListKind kind,
        Optional<ListPattern> meets,
        Optional<Origin> origin,
        Optional<String> author,
        Optional<Place> after,
        int limit) {

    /** Where an entry stands among the others of its list: by when it was made, then by number, both falling. */
    public record Place(Instant createdAt, long id) {

        /** The place of an entry. */
        public static Place of(ListEntry entry) {
            return new Place(entry.createdAt(), entry.id());
        }
    }

    public ListQuery {
        if (limit < 1) {
            throw new IllegalArgumentException("at least one entry must be wanted");
        }
    }

    /** The order of pages. */
    public static final Comparator<ListEntry> NEWEST_FIRST = Comparator.comparing(ListEntry::createdAt)
            .thenComparingLong(ListEntry::id)
            .reversed();

    /** Whether an entry is among the wanted, apart from the limit and from whether it is active. */
    public boolean wants(ListEntry entry) {
        return entry.kind() == kind
                && meets.map(entry.pattern()::meets).orElse(true)
                && origin.map(entry.origin()::equals).orElse(true)
                && author.map(entry.author()::equals).orElse(true)
                && after.map(place -> isAfter(entry, place)).orElse(true);
    }

    private static boolean isAfter(ListEntry entry, Place place) {
        int order = entry.createdAt().compareTo(place.createdAt());
        return order < 0 || (order == 0 && entry.id() < place.id());
    }

    /** The newest entries of a list. */
    public static ListQuery newest(ListKind kind, int limit) {
        return new ListQuery(kind, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), limit);
    }

    /** The newest entries of a list that mean some caller whom a pattern means too. */
    public static ListQuery meeting(ListKind kind, ListPattern pattern, int limit) {
        return new ListQuery(kind, Optional.of(pattern), Optional.empty(), Optional.empty(), Optional.empty(), limit);
    }
}
