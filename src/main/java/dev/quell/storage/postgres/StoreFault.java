package dev.quell.storage.postgres;

import java.io.Serial;

/** Why PostgreSQL cannot be used as it is; the message says what to do. */
public final class StoreFault extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private StoreFault(String message) {
        super(message);
    }

    static StoreFault tooOld(String version) {
        return new StoreFault("the server is PostgreSQL " + version + "; Quell needs 15 or later. Upgrade it, or let"
                + " spring.datasource.url name another one");
    }

    static StoreFault taken(long number, String name) {
        return new StoreFault("the number " + number + " of this instance belongs to another one, " + name
                + ", that got it from another store. Move this instance's data directory away and start it anew, or give"
                + " spring.datasource.url a database of its own");
    }
}
