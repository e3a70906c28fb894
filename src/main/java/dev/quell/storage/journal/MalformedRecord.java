package dev.quell.storage.journal;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A record's content is not what its kind says. */
final class MalformedRecord extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    MalformedRecord(long sequence, RuntimeException cause) {
        super("record " + sequence + " of the journal is malformed", cause);
    }

    /** Whether that is what a failure came from. */
    static boolean caused(Throwable failure) {
        @Nullable Throwable cause = failure;
        while (cause != null && !(cause instanceof MalformedRecord)) {
            cause = cause.getCause();
        }
        return cause != null;
    }
}
