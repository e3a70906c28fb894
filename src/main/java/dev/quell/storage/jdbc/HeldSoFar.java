package dev.quell.storage.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Up to where retention has looked for rows that legal holds keep: as long as the same holds stand, what they keep need not be looked at again each hour. It is
 * looked at anew once a day and after a start, for what came in late. For one thread.
 */
public final class HeldSoFar {

    private static final Duration ANEW = Duration.ofDays(1);

    private final Map<String, Place> places = new HashMap<>();
    private List<Long> holds = List.of();
    private Instant begun = Instant.MIN;

    /**
     * A row by its place in time.
     *
     * @param free whether no hold keeps it
     */
    record Place(long at, long key, boolean free) {
        static final Place FIRST = new Place(Long.MIN_VALUE, Long.MIN_VALUE, false);
    }

    /** These holds stand now. */
    void stand(List<Long> standing, Instant now) {
        if (!standing.equals(holds) || now.isBefore(begun) || !now.isBefore(begun.plus(ANEW))) {
            places.clear();
            holds = List.copyOf(standing);
            begun = now;
        }
    }

    /** Behind which row of a table to go on. */
    Place from(String table) {
        return places.getOrDefault(table, Place.FIRST);
    }

    /** All rows up to one were looked at, and what nobody keeps of them is gone. */
    void looked(String table, Place last) {
        if (!holds.isEmpty()) {
            places.put(table, last);
        }
    }
}
