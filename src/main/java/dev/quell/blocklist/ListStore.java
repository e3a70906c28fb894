package dev.quell.blocklist;

import dev.quell.call.CallerNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The port to where entries are kept. Writes are durable when they return. Times are kept in whole milliseconds. */
public interface ListStore {

    /** A block made by a clock that was further ahead does not count. */
    Duration AHEAD = Duration.ofDays(1);

    /**
     * Tells every entry that has not ended at a moment, in no order and in one pass; none of them is held. Blocks made more than {@link #AHEAD} later than that
     * are left out.
     */
    void standing(Instant now, Consumer<Standing> each);

    /** The entry of a number, also one that has ended. */
    Optional<ListEntry> find(long id);

    /** The active entries of one list that are wanted, newest first. */
    List<ListEntry> page(ListQuery query, Instant now);

    /** The active entries of both lists that mean a caller, in no order. */
    List<ListEntry> meaning(CallerNumber caller, Instant now);

    /** Keeps an entry, gives it its number, and ends the active entries of the same list and pattern, all at once. */
    Kept keep(ListEntry entry, Instant now);

    /**
     * The same for an entry that is made once only: if one of that mark was ever kept and is still in the store, nothing is changed and that one is told.
     *
     * @param mark what two instances that come to the same conclusion call it, 1 to 200 characters
     */
    Kept keepOnce(ListEntry entry, String mark, Instant now);

    /**
     * Keeps many, at most {@value #MANY}, all or none of them; no two of one list and pattern. An active entry with the same reason and end as the new one
     * stays, and the new one is not made.
     *
     * @return in the order given
     */
    List<Kept> keepAll(List<ListEntry> entries, Instant now);

    /** How many entries {@link #keepAll} takes at once. */
    int MANY = 500;

    /** Ends an entry now and keeps who did it and why; empty if there is no active entry of that number. */
    Optional<ListEntry> remove(long id, String author, String reason, Instant now);

    /** The numbers of a pattern's entries that a person ended before their time; one that was replaced by another entry is not among them. */
    Set<Long> liftedByPeople(ListPattern pattern);

    /** Who ended a pattern's entries that {@link #liftedByPeople} tells; a store that does not keep who did it tells of none. */
    default List<Lifting> liftings(ListPattern pattern) {
        return List.of();
    }

    /** The ranges that mean a caller of which an entry was ever made, each once. */
    List<ListPattern> rangesOf(CallerNumber caller);

    /** All entries ever made for a pattern, newest first: the ladder counts them. One that was ended early has its end then. */
    List<ListEntry> history(ListPattern pattern);
}
