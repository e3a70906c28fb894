package dev.quell.security.login;

import dev.quell.security.people.Account;
import dev.quell.security.people.Accounts;
import dev.quell.security.people.PeopleSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Whether a session holds still: not idle for too long, not older than it may be, its account neither disabled nor given another password since. A session
 * carries its account's name alone; what the person may do is asked anew at each request.
 */
@Component
public final class Sessions {

    /** Sent with what a page asks by itself, which is nothing that the person does. */
    public static final String BY_ITSELF = "Quell-By-Itself";

    private static final String MARK = "quell.session";

    private final Accounts accounts;
    private final PeopleSettings.Session settings;
    private final Clock clock;

    Sessions(Accounts accounts, PeopleSettings settings, Clock clock) {
        this.accounts = accounts;
        this.settings = settings.session();
        this.clock = clock;
    }

    private record Mark(String account, Instant passwordAt, Instant since, Instant seen) {
        Mark seen(Instant now) {
            return new Mark(account, passwordAt, since, now);
        }
    }

    /** A session begins for an account. */
    public void begin(HttpSession session, Account account) {
        Instant now = clock.instant();
        session.setMaxInactiveInterval(Math.toIntExact(settings.longest().toSeconds()));
        session.setAttribute(MARK, new Mark(account.name(), account.passwordAt(), now, now));
    }

    /** The account of a request's session, as it is now; empty if the session holds no more. */
    Optional<Account> account(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(MARK) instanceof Mark mark)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        boolean holds = now.isBefore(mark.since().plus(settings.longest()))
                && now.isBefore(mark.seen().plus(settings.idle()));
        Optional<Account> account = accounts.find(mark.account())
                .filter(found ->
                        holds && !found.disabled() && found.passwordAt().equals(mark.passwordAt()));
        if (account.isPresent() && !byItself(request)) {
            session.setAttribute(MARK, mark.seen(now));
        }
        return account;
    }

    private static boolean byItself(HttpServletRequest request) {
        String wanted = request.getHeader(HttpHeaders.ACCEPT);
        return request.getHeader(BY_ITSELF) != null
                || (wanted != null && wanted.startsWith(MediaType.TEXT_EVENT_STREAM_VALUE));
    }
}
