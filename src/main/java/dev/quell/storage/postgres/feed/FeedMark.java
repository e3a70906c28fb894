package dev.quell.storage.postgres.feed;

import dev.quell.storage.database.Database;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far a record's changes have been taken in, written down in this instance's own database after they are durable there. */
public final class FeedMark {

    /** Nothing was ever taken. */
    private static final long NONE = -1;

    private final Database own;
    private @Nullable String record;
    private long place = NONE;

    public FeedMark(Database own) {
        this.own = own;
    }

    /** The place up to which a record's changes were taken; -1 if none ever was. */
    long place(String name) {
        if (!name.equals(record)) {
            Optional<Long> kept = own.reader()
                    .sql("select place from shared_marks where name = :name")
                    .param("name", "postgres " + name)
                    .query(Long.class)
                    .optional();
            place = kept.orElse(NONE);
            record = name;
        }
        return place;
    }

    /** Everything up to a place was taken. */
    void taken(String name, long to) {
        own.writeNow(connection -> connection
                .sql("insert into shared_marks (name, place) values (:name, :place)"
                        + " on conflict (name) do update set place = excluded.place")
                .param("name", "postgres " + name)
                .param("place", to)
                .update());
        record = name;
        place = to;
    }
}
