package dev.quell.storage.share.outbox;

import dev.quell.storage.database.Database;
import dev.quell.storage.share.InstanceKeeper;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must be so in the embedded database for changes to be shared, made in one transaction each. */
public final class Sharing {

    private final Database database;
    private final InstanceKeeper keeper;

    public Sharing(Database database, InstanceKeeper keeper) {
        this.database = database;
        this.keeper = keeper;
    }

    /** Nothing is shared: nothing is written down any more. */
    public void stop() {
        if (Triggers.present(database.reader())) {
            database.writeNow(connection -> {
                Triggers.drop(connection);
                forget(connection);
                return true;
            });
        }
    }

    /** The first sharing of this database: own rows move into the number's span, and everything waits for every destination. */
    public void first(long number, Set<String> destinations) {
        database.writeNow(connection -> {
            Numbering.first(connection, number);
            begin(connection, destinations);
            return true;
        });
        keeper.refresh();
    }

    /** A database that already has its number: a destination that is new, or all if changes were not written down meanwhile, lacks everything. */
    public void again(Set<String> destinations) {
        if (Triggers.whole(database.reader()) && known(database.reader()).equals(destinations)) {
            return;
        }
        database.writeNow(connection -> {
            if (Triggers.present(connection)) {
                Triggers.install(connection);
                change(connection, destinations);
            } else {
                begin(connection, destinations);
            }
            return true;
        });
    }

    /** The store behind a destination is another one than it was, or has lost something: it lacks everything again. */
    public void lacksAll(String destination, String store) {
        database.writeNow(connection -> {
            Past.lacksAll(connection, destination);
            return store(connection, destination, store);
        });
    }

    /** This database was set back, and its number may have been used beyond what it knows: it gets another one for new rows. */
    public void renumber(long number) {
        database.writeNow(connection -> {
            Numbering.next(connection, number);
            return true;
        });
        keeper.refresh();
    }

    /** Which store a destination was last; empty before the first word with it. */
    public String store(String destination) {
        return database.reader()
                .sql("select store from shared_destinations where name = :name")
                .param("name", destination)
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** How far a destination has confirmed. */
    public long confirmed(String destination) {
        return database.reader()
                .sql("select confirmed from shared_destinations where name = :name")
                .param("name", destination)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** Writes down which store a destination is. */
    public void met(String destination, String store) {
        database.writeNow(connection -> store(connection, destination, store));
    }

    private static int store(JdbcClient connection, String destination, String store) {
        return connection
                .sql("update shared_destinations set store = :store where name = :name")
                .param("store", store)
                .param("name", destination)
                .update();
    }

    private static Set<String> known(JdbcClient connection) {
        return Set.copyOf(connection
                .sql("select name from shared_destinations")
                .query((row, number) -> row.getString("name"))
                .list());
    }

    private static void begin(JdbcClient connection, Set<String> destinations) {
        forget(connection);
        Triggers.install(connection);
        destinations.forEach(name -> add(connection, name));
    }

    private static void change(JdbcClient connection, Set<String> destinations) {
        Set<String> known = known(connection);
        for (String gone : new TreeSet<>(known)) {
            if (!destinations.contains(gone)) {
                remove(connection, gone);
            }
        }
        destinations.stream().filter(name -> !known.contains(name)).forEach(name -> add(connection, name));
    }

    private static void add(JdbcClient connection, String destination) {
        connection.sql("""
                        insert into shared_destinations (name, confirmed)
                        values (:name, (select coalesce(max(seq), 0) from sqlite_sequence where name = 'outbox'))""").param("name", destination).update();
        Past.lacksAll(connection, destination);
    }

    private static void remove(JdbcClient connection, String destination) {
        for (String sql : List.of(
                "delete from shared_destinations where name = :name",
                "delete from shared_past where destination = :name",
                "delete from outbox where only_for = :name")) {
            connection.sql(sql).param("name", destination).update();
        }
    }

    private static void forget(JdbcClient connection) {
        for (String sql : List.of("delete from shared_destinations", "delete from shared_past", "delete from outbox")) {
            connection.sql(sql).update();
        }
    }
}
