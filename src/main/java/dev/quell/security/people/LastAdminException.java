package dev.quell.security.people;

import java.io.Serial;

/** A change would leave nobody who may do everything. */
public final class LastAdminException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    LastAdminException() {
        super("this is the last account that may do everything; make another admin first");
    }
}
