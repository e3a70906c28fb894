package dev.quell.security.login;

import dev.quell.security.outside.Outsider;
import dev.quell.security.outside.Outsiders;
import dev.quell.security.outside.PasswordService;
import dev.quell.security.outside.TurnedAway;
import dev.quell.security.people.Account;
import dev.quell.security.people.PeopleSettings;
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
    private final PeopleSettings.SignIn.Directory settings;

    Elsewhere(ObjectProvider<PasswordService> service, Outsiders outsiders, PeopleSettings settings) {
        this.service = service;
        this.outsiders = outsiders;
        this.settings = settings.signIn().directory();
    }

    private static String cut(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    /** Whether there is one. */
    boolean isThere() {
        return service.getIfAvailable() != null;
    }

    /**
     * The account of whoever has a name and a password there. A service may lock accounts after some wrong tries, so that strangers have few for one person,
     * however the name is spelt; each known browser has as many to itself.
     *
     * @param device what tells a known browser apart; empty for strangers
     * @param attempt taken back where nothing could be guessed by it, and where it fitted
     * @throws SignInRefused if they do not fit, or were tried too often
     * @throws TurnedAway if they fit and the person may not in, or the service does not answer
     */
    Account check(String name, String password, Optional<String> device, Attempt attempt, HttpServletRequest request)
            throws TooBusyException {
        String typed = cut(name.strip());
        String whose = device.map(mark -> ":" + mark).orElse("");
        Turn turn = device.isPresent() ? Turn.KNOWN : Turn.STRANGER;
        attempt.ask("sign-in-directory:" + Spelling.folded(typed) + whose, settings.burst(), settings.per());
        try {
            Optional<Outsider> found = service.getObject()
                    .check(
                            typed,
                            password,
                            turn,
                            entry -> attempt.ask("sign-in-entry:" + entry + whose, settings.burst(), settings.per()));
            return outsiders.admit(found.orElseThrow(SignInRefused::wrong), request.getRemoteAddr());
        } catch (TurnedAway e) {
            if (!e.isCounted()) {
                attempt.takeBack();
            }
            throw e;
        }
    }
}
