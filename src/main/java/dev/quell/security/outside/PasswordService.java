package dev.quell.security.outside;

import dev.quell.security.people.TooBusyException;
import dev.quell.security.people.Turn;
import java.util.Optional;
import java.util.function.Consumer;

/** The port to a service that is asked whether a name and a password fit, where no account here has that name. */
public interface PasswordService {

    /**
     * Who it is; empty if name and password do not fit.
     *
     * @param found is told what is found of that name, by what the service calls it, before the password is tried; what it throws is thrown, and nothing is tried
     * @throws TurnedAway if the service does not answer
     * @throws TooBusyException if too many wait for it already
     */
    Optional<Outsider> check(String name, String password, Turn turn, Consumer<String> found) throws TooBusyException;
}
