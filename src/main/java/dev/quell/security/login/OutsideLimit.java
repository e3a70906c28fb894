package dev.quell.security.login;

import dev.quell.security.Network;
import dev.quell.security.people.PeopleSettings;
import dev.quell.share.RateLimits;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How often people of one address may begin to sign in with another service and not come back signed in: as often as passwords are tried for all accounts. */
@Component
public final class OutsideLimit {

    private final RateLimits limits;
    private final PeopleSettings.SignIn.Address settings;

    OutsideLimit(RateLimits limits, PeopleSettings settings) {
        this.limits = limits;
        this.settings = settings.signIn().address();
    }

    /**
     * Counts one that begins.
     *
     * @throws SignInRefused if there were too many
     */
    public void ask(HttpServletRequest request) {
        Duration wait = limits.ask(key(request), settings.burst(), settings.per());
        if (wait.isPositive()) {
            throw SignInRefused.tooOften(wait);
        }
    }

    /** One that began has come back signed in. */
    public void giveBack(HttpServletRequest request) {
        limits.giveBack(key(request), settings.burst(), settings.per());
    }

    private static String key(HttpServletRequest request) {
        return "sign-in-outside:" + Network.of(request.getRemoteAddr());
    }
}
