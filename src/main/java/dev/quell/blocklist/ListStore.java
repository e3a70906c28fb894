package dev.quell.blocklist;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The port to where entries are kept. Writes are durable when they return. */
public interface ListStore {

    /** Every entry that is active or may become so, in no order. */
    List<ListEntry> active(Instant now);

    /** Keeps an entry and gives it its number. */
    ListEntry add(ListEntry entry);

    /** Ends an entry now and keeps who did it and why; empty if there is no active entry of that number. */
    Optional<ListEntry> remove(long id, String author, String reason, Instant now);

    /** The numbers of a pattern's entries that a person ended before their time; one that was replaced by another entry is not among them. */
    Set<Long> liftedByPeople(ListPattern pattern);

    /** All entries ever made for a pattern, newest first: the ladder counts them. */
    List<ListEntry> history(ListPattern pattern);
}
