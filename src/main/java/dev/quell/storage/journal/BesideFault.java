package dev.quell.storage.journal;

import dev.quell.storage.sqlite.SqliteDatabase;
import java.io.Serial;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What goes along with calls' rows was not done; no record is to blame for it. */
final class BesideFault extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final Beside beside;

    BesideFault(Beside beside, String message, Throwable cause) {
        super(message, cause);
        this.beside = beside;
    }

    /** With the words of what was in the way. */
    BesideFault(Beside beside, Throwable cause) {
        this(beside, String.valueOf(cause.getMessage()), cause);
    }

    /** What goes along with calls' rows. */
    enum Beside {
        /** A place in the chain for each verdict and each end. */
        CHAIN,
        /** Notes for the counters of what changes of calls that are counted. */
        COUNTERS
    }

    /** What was not done. */
    Beside beside() {
        return beside;
    }

    /** The fault that a failure came from, unless the database takes nothing at all, as on a full disk: that has to pass. */
    static Optional<BesideFault> in(Throwable failure) {
        @Nullable Throwable cause = failure;
        while (cause != null && !(cause instanceof BesideFault)) {
            cause = cause.getCause();
        }
        return Optional.ofNullable((BesideFault) cause).filter(fault -> !SqliteDatabase.takesNothing(fault));
    }
}
