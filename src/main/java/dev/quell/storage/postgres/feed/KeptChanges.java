package dev.quell.storage.postgres.feed;

import dev.quell.storage.database.Database;
import java.time.Duration;
import java.time.Instant;

/** How long changes are kept for instances that are away; one that is away for longer takes everything anew. */
public final class KeptChanges {

    private static final Duration KEPT = Duration.ofDays(7);

    private final Database database;

    public KeptChanges(Database database) {
        this.database = database;
    }

    /** Deletes those that are too old; tells how many. */
    public int forget(Instant now) {
        return database.writeNow(connection -> connection
                .sql("delete from changes where at < :before")
                .param("before", now.minus(KEPT).toEpochMilli())
                .update());
    }
}
