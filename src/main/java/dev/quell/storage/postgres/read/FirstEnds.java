package dev.quell.storage.postgres.read;

import dev.quell.call.CallId;
import dev.quell.storage.database.StorageException;
import dev.quell.storage.postgres.PostgresStore;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** Which instance told a call's end first, agreed on over the record. */
public final class FirstEnds {

    /** The same teller gets the same answer however often it asks. One statement, so that an instance that freezes while it asks holds up nobody. */
    private static final String TELL = """
            with mine as (
                insert into first_ends (id, told_by) values (:id, :me)
                on conflict (id) do update set told_by = first_ends.told_by returning told_by)
            select told_by = :me and not exists (select 1 from calls where id = :id and arrived_at >= :from and ended_by <> :me)
            from mine""";

    private static final String FORGET =
            "delete from first_ends where at < (extract(epoch from clock_timestamp()) * 1000)::bigint - :kept";

    private final PostgresStore store;

    public FirstEnds(PostgresStore store) {
        this.store = store;
    }

    /**
     * Tells an end; whether no other instance told it before.
     *
     * @param instance the number of this instance
     * @param from calls that arrived before are not looked at
     */
    public boolean tell(CallId id, long instance, Instant from) {
        try {
            return store.database()
                    .atOnce(connection -> PostgresStore.client(connection)
                            .sql(TELL)
                            .param("id", id.toString())
                            .param("me", instance)
                            .param("from", from.toEpochMilli())
                            .query(Boolean.class)
                            .single());
        } catch (SQLException e) {
            throw StorageException.notWritten(e);
        }
    }

    /** Forgets ends that are older than a call may last, by the record's own clock; tells how many. */
    public int forget(Duration kept) throws SQLException {
        return store.database()
                .atOnce(connection -> PostgresStore.client(connection)
                        .sql(FORGET)
                        .param("kept", kept.toMillis())
                        .update());
    }
}
