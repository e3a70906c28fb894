package dev.quell.tuning;

import java.util.List;

/** The port to the revisions of all instances. What {@link #add} wrote is durable. */
public interface RevisionStore {

    /** The latest ones, {@linkplain Revision#LATEST_FIRST the one that holds first}. */
    List<Revision> latest(int most);

    /** Keeps a new one. */
    void add(Revision revision);
}
