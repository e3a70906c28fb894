package dev.quell.security.outside.ldap;

import dev.quell.security.outside.Refusals;
import java.io.Serial;

/** The directory has trouble with one person's entry. */
final class EntryFault extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    EntryFault(RuntimeException cause) {
        super(words(cause), cause);
    }

    /** A fault as one line of the log, with what brought it about. */
    static String words(Throwable fault) {
        Throwable last = fault;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return Refusals.clean(fault.getMessage() + (last.equals(fault) ? "" : "; " + last));
    }
}
