package dev.quell.security.people;

import java.io.Serial;

/** A change would leave nobody who may do everything without another service. */
public final class LastAdminException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    LastAdminException() {
        super("this is the last account with a password here that may do everything; make another admin first");
    }
}
