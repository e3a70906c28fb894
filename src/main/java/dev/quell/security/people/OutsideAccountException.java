package dev.quell.security.people;

import java.io.Serial;

/** What another service says of a person was to be changed here. */
public final class OutsideAccountException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    OutsideAccountException() {
        super("name, roles and password of this account come from the service that its holder signs in with;"
                + " only its agent, where that service names none, and disabling are decided here");
    }
}
