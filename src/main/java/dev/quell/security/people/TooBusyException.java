package dev.quell.security.people;

import java.io.Serial;

/** So many passwords wait to be checked that another one is not taken; a few seconds later it is. */
public final class TooBusyException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final String WHY = "too many passwords wait to be checked";

    TooBusyException() {
        super(WHY);
    }

    TooBusyException(Exception cause) {
        super(WHY, cause);
    }
}
