package dev.quell.storage.postgres.feed;

import dev.quell.storage.database.Database;
import org.jspecify.annotations.Nullable;

/**
 * How far a record's changes have been taken in, written down in this instance's own database after they are durable there. The time of the last one is kept
 * with it: a record that was set back gives its place to another change.
 */
public final class FeedMark {

    /** Nothing was ever taken. */
    private static final long NONE = -1;

    private final Database own;
    private @Nullable String record;
    private long place = NONE;
    private long at;

    public FeedMark(Database own) {
        this.own = own;
    }

    /** The place up to which a record's changes were taken; -1 if none ever was. */
    long place(String name) {
        know(name);
        return place;
    }

    /** When the change at that place was made, in epoch milliseconds; 0 if that is not known. */
    long at(String name) {
        know(name);
        return at;
    }

    private void know(String name) {
        if (!name.equals(record)) {
            place = kept(placeOf(name), NONE);
            at = kept(timeOf(name), 0);
            record = name;
        }
    }

    private long kept(String mark, long otherwise) {
        return own.reader()
                .sql("select place from shared_marks where name = :name")
                .param("name", mark)
                .query(Long.class)
                .optional()
                .orElse(otherwise);
    }

    /**
     * Notes that changes of unknown kinds were passed over; whether that was not noted yet.
     *
     * @param kinds how many kinds this version knows
     */
    boolean passedOver(String name, int kinds) {
        return own.writeNow(connection -> connection
                        .sql(
                                "insert into shared_marks (name, place) values (:name, :kinds) on conflict (name) do nothing")
                        .param("name", kindsOf(name))
                        .param("kinds", kinds)
                        .update())
                > 0;
    }

    /** Whether changes were passed over by a version that knew fewer kinds. */
    boolean lacks(String name, int kinds) {
        return kept(kindsOf(name), kinds) < kinds;
    }

    /** All that is there was taken, of all kinds that this version knows. */
    void whole(String name) {
        own.writeNow(connection -> connection
                .sql("delete from shared_marks where name = :name")
                .param("name", kindsOf(name))
                .update());
    }

    private static String kindsOf(String name) {
        return placeOf(name) + " kinds";
    }

    private static String placeOf(String name) {
        return "postgres " + name;
    }

    private static String timeOf(String name) {
        return placeOf(name) + " at";
    }

    /**
     * Everything up to a place was taken.
     *
     * @param made epoch milliseconds of the change at that place, 0 if it is not known
     */
    void taken(String name, long to, long made) {
        own.writeNow(connection -> connection
                .sql("insert into shared_marks (name, place) values (:name, :place), (:time, :at)"
                        + " on conflict (name) do update set place = excluded.place")
                .param("name", placeOf(name))
                .param("place", to)
                .param("time", timeOf(name))
                .param("at", made)
                .update());
        record = name;
        place = to;
        at = made;
    }
}
