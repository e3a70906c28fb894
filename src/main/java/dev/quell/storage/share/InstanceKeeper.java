package dev.quell.storage.share;

import dev.quell.share.Instance;
import dev.quell.storage.database.Database;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which instance this is. Its number is 0 until a shared store has given one, which is then kept in the database for good. */
public final class InstanceKeeper {

    private final Database database;
    private final String name;
    private volatile Identity identity;

    /** @param name as people know this instance */
    public InstanceKeeper(Database database, String name) {
        this.database = database;
        this.name = name;
        this.identity = read(database.reader()).orElse(Identity.NONE);
    }

    /**
     * What the shared stores know a database by.
     *
     * @param number 0 if it never shared anything
     * @param uid made with the number; tells two databases apart that were given the same number by different stores
     */
    public record Identity(long number, String uid) {
        static final Identity NONE = new Identity(0, "");
    }

    /** This instance as it is known now. */
    public Instance instance() {
        return new Instance(name, identity.number());
    }

    /** The number, 0 while none was given. */
    public long number() {
        return identity.number();
    }

    /** What the shared stores know this database by. */
    public Identity identity() {
        return identity;
    }

    /** Reads again what was written down. */
    public void refresh() {
        identity = read(database.reader()).orElse(Identity.NONE);
    }

    private static Optional<Identity> read(JdbcClient reader) {
        return reader.sql("select number, uid from shared_instance")
                .query((row, number) -> new Identity(row.getLong("number"), row.getString("uid")))
                .optional();
    }
}
