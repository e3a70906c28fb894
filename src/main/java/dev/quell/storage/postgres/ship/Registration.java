package dev.quell.storage.postgres.ship;

import dev.quell.storage.postgres.PostgresStore;
import dev.quell.storage.share.Destinations;
import dev.quell.storage.share.InstanceKeeper;
import dev.quell.storage.share.outbox.Sharing;
import dev.quell.storage.share.outbox.SqliteOutbox;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an instance and the record say to each other before the first row: who it is, and whether one of them was set back. */
final class Registration {

    private static final Logger log = LoggerFactory.getLogger(Registration.class);
    private static final String NAME = Destinations.POSTGRES;

    private final PostgresStore store;
    private final Sharing sharing;
    private final InstanceKeeper keeper;
    private final SqliteOutbox outbox;
    private final Clock clock;

    Registration(PostgresStore store, Sharing sharing, InstanceKeeper keeper, SqliteOutbox outbox, Clock clock) {
        this.store = store;
        this.sharing = sharing;
        this.keeper = keeper;
        this.outbox = outbox;
        this.clock = clock;
    }

    private record Met(String record, long place) {}

    /** To be called when the record can be used and this instance has its number. */
    void register() throws SQLException {
        String before = sharing.store(NAME);
        Met met = store.database().inTransaction(connection -> meet(connection, before));
        if (before.isEmpty()) {
            sharing.met(NAME, met.record());
            store.database().inTransaction(this::raise);
        } else if (!before.equals(met.record()) || met.place() < sharing.confirmed(NAME)) {
            log.warn(
                    "The record in PostgreSQL is not the one that was told before, or was set back: it is told everything again");
            sharing.lacksAll(NAME, met.record());
            store.database().inTransaction(this::raise);
        }
        if (met.place() > outbox.lastPlace()) {
            renumber();
        }
    }

    /** The own database was set back: ids that it gives next may be in the record already. */
    private void renumber() throws SQLException {
        sharing.renumber(store.next());
        log.warn(
                "This instance's database was set back; from now on it is number {}, so that no id is given twice",
                keeper.number());
        store.database().inTransaction(connection -> meet(connection, ""));
    }

    /** What the record lacks is in the outbox again, so that its place agrees with this instance's. */
    private int raise(Connection connection) {
        return PostgresStore.client(connection)
                .sql("update instances set place = greatest(place, :place) where number = :number")
                .param("place", sharing.confirmed(NAME))
                .param("number", keeper.number())
                .update();
    }

    /** @param before the record that was told before: if this is it and it does not know this instance, it has lost everything of it */
    private Met meet(Connection connection, String before) throws SQLException {
        JdbcClient client = PostgresStore.client(connection);
        InstanceKeeper.Identity own = keeper.identity();
        int known = client.sql("""
                        insert into instances (number, uid, name, place, at) values (:number, :uid, :name,
                            case when (select uid from record_identity) = :before then 0 else :place end, :at)
                        on conflict (number) do update set name = excluded.name, at = excluded.at where instances.uid = excluded.uid""")
                .param("number", own.number())
                .param("uid", own.uid())
                .param("name", keeper.instance().name())
                .param("before", before)
                .param("place", sharing.confirmed(NAME))
                .param("at", clock.millis())
                .update();
        if (known == 0) {
            throw PostgresStore.taken(own.number(), name(client, own.number()));
        }
        client.sql("select setval('instance_numbers', greatest((select last_value from instance_numbers), :number))")
                .param("number", own.number())
                .query()
                .listOfRows();
        return client.sql(
                        "select (select uid from record_identity) as uid, place from instances where number = :number")
                .param("number", own.number())
                .query((row, number) -> new Met(row.getString("uid"), row.getLong("place")))
                .single();
    }

    private static String name(JdbcClient client, long number) {
        return client.sql("select name from instances where number = :number")
                .param("number", number)
                .query(String.class)
                .single();
    }
}
