package dev.quell.security.login;

import dev.quell.security.Network;
import dev.quell.security.Signed;
import dev.quell.security.people.Account;
import dev.quell.security.people.Accounts;
import dev.quell.security.people.PasswordRules;
import dev.quell.security.people.Passwords;
import dev.quell.security.people.PeopleSettings;
import dev.quell.security.people.Person;
import dev.quell.security.people.TooBusyException;
import dev.quell.security.people.Turn;
import dev.quell.share.RateLimits;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Checks an account's password. Failed attempts are limited; an account that there is not takes as long as one that there is, and is limited alike. Nobody is
 * locked out for good: each limit fills up again, and strangers slow down no browser that the account was signed in with: it has a limit of its own in place
 * of all others, and its turn comes before theirs.
 */
@Component
final class SignIn implements AuthenticationProvider {

    private static final Duration BUSY = Duration.ofSeconds(5);
    private static final int LONGEST_NAME = 40;

    private final Accounts accounts;
    private final Passwords passwords;
    private final RateLimits limits;
    private final PeopleSettings.SignIn settings;
    private final DeviceCookie devices;
    private final Elsewhere elsewhere;

    SignIn(
            Accounts accounts,
            Passwords passwords,
            RateLimits limits,
            PeopleSettings settings,
            DeviceCookie devices,
            Elsewhere elsewhere) {
        this.elsewhere = elsewhere;
        this.accounts = accounts;
        this.passwords = passwords;
        this.limits = limits;
        this.settings = settings.signIn();
        this.devices = devices;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String name = name(asked.getName());
        Optional<Account> account = accounts.find(name);
        Optional<String> device = account.flatMap(found -> devices.known(request(), found));
        Attempt attempt = admit(name, device);
        String typed = String.valueOf(asked.getCredentials());
        if (!PasswordRules.isTyped(typed)) {
            throw SignInRefused.wrong();
        }
        try {
            Account found = account.filter(Account::isLocal).isEmpty() && elsewhere.isThere()
                    ? elsewhere.check(asked.getName(), typed, device, attempt, request())
                    : check(account, PasswordRules.normal(typed), device.isPresent() ? Turn.KNOWN : Turn.STRANGER);
            attempt.takeBack();
            return Signed.as(Person.of(found));
        } catch (TooBusyException e) {
            attempt.takeBack();
            throw SignInRefused.tooOften(BUSY);
        }
    }

    /** As accounts are named; what none can be named is cut off, so that it fills no memory. */
    static String name(String typed) {
        String name = typed.strip().toLowerCase(Locale.ROOT);
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    private Account check(Optional<Account> account, String password, Turn turn) throws TooBusyException {
        if (account.isEmpty()) {
            passwords.matchNobody(password);
            throw SignInRefused.wrong();
        }
        Account found = account.get();
        if (!passwords.matches(password, found.password(), turn) || found.disabled()) {
            throw SignInRefused.wrong();
        }
        return found;
    }

    private Attempt admit(String name, Optional<String> device) {
        Attempt attempt = new Attempt(limits);
        PeopleSettings.SignIn.Account one = settings.account();
        if (device.isPresent()) {
            attempt.ask("sign-in-device:" + name + ":" + device.get(), one.burst(), one.per());
            return attempt;
        }
        String network = Network.of(request().getRemoteAddr());
        PeopleSettings.SignIn.Address all = settings.address();
        PeopleSettings.SignIn.Strangers strangers = settings.strangers();
        attempt.ask("sign-in-address:" + network, all.burst(), all.per());
        attempt.ask("sign-in-account:" + name + ":" + network, one.burst(), one.per());
        attempt.ask("sign-in-strangers:" + name, strangers.burst(), strangers.per());
        return attempt;
    }

    private static HttpServletRequest request() {
        return RequestContextHolder.currentRequestAttributes() instanceof ServletRequestAttributes servlet
                ? servlet.getRequest()
                : notARequest();
    }

    private static HttpServletRequest notARequest() {
        throw new IllegalStateException("people sign in by requests only");
    }
}
