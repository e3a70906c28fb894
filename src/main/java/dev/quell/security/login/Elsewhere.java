package dev.quell.security.login;

import dev.quell.security.outside.Outsider;
import dev.quell.security.outside.Outsiders;
import dev.quell.security.outside.PasswordService;
import dev.quell.security.outside.TurnedAway;
import dev.quell.security.people.Account;
import dev.quell.security.people.TooBusyException;
import dev.quell.security.people.Turn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks another service for passwords of names that no account with a password here has, if there is such a service. */
@Component
final class Elsewhere {

    private static final int LONGEST_NAME = 100;

    private final ObjectProvider<PasswordService> service;
    private final Outsiders outsiders;

    Elsewhere(ObjectProvider<PasswordService> service, Outsiders outsiders) {
        this.service = service;
        this.outsiders = outsiders;
    }

    private static String cut(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    /** Whether there is one. */
    boolean isThere() {
        return service.getIfAvailable() != null;
    }

    /**
     * The account of whoever has a name and a password there.
     *
     * @param attempt taken back where nothing could be guessed by it, and where it fitted
     * @throws SignInRefused if they do not fit
     * @throws TurnedAway if they fit and the person may not in, or the service does not answer
     */
    Account check(String name, String password, Turn turn, Attempt attempt, HttpServletRequest request)
            throws TooBusyException {
        try {
            Optional<Outsider> found = service.getObject().check(cut(name.strip()), password, turn);
            return outsiders.admit(found.orElseThrow(SignInRefused::wrong), request.getRemoteAddr());
        } catch (TurnedAway e) {
            if (!e.isCounted()) {
                attempt.takeBack();
            }
            throw e;
        }
    }
}
