package dev.quell.security.login;

import dev.quell.security.Signed;
import dev.quell.security.people.Account;
import dev.quell.security.people.Accounts;
import dev.quell.security.people.PasswordRules;
import dev.quell.security.people.Passwords;
import dev.quell.security.people.PeopleSettings;
import dev.quell.security.people.PeopleSettings.SignIn.Strangers;
import dev.quell.security.people.Person;
import dev.quell.security.people.TooBusyException;
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
 * Checks an account's password. Attempts are limited; an account that there is not takes as long as one that there is, and is limited alike. Nobody is locked
 * out for good: each limit fills up again, and strangers do not slow down a browser that the account was signed in with.
 */
@Component
final class SignIn implements AuthenticationProvider {

    private static final Duration BUSY = Duration.ofSeconds(5);
    private static final int LONGEST_NAME = 40;

    private final Accounts accounts;
    private final Passwords passwords;
    private final RateLimits limits;
    private final PeopleSettings.SignIn settings;
    private final DeviceCookie devices = new DeviceCookie();

    SignIn(Accounts accounts, Passwords passwords, RateLimits limits, PeopleSettings settings) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.limits = limits;
        this.settings = settings.signIn();
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String name = name(asked.getName());
        String password = PasswordRules.normal(String.valueOf(asked.getCredentials()));
        Optional<Account> account = accounts.find(name);
        admit(name, account);
        return account.filter(found -> matches(password, found))
                .filter(found -> !found.disabled())
                .map(found -> Signed.as(Person.of(found)))
                .orElseThrow(() -> wrong(password, account.isPresent()));
    }

    /** As accounts are named; what none can be named is cut off, so that it fills no memory. */
    static String name(String typed) {
        String name = typed.strip().toLowerCase(Locale.ROOT);
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    private boolean matches(String password, Account account) {
        try {
            return passwords.matches(password, account.password());
        } catch (TooBusyException e) {
            throw SignInRefused.tooOften(BUSY);
        }
    }

    private SignInRefused wrong(String password, boolean checked) {
        if (!checked) {
            try {
                passwords.matchNobody(password);
            } catch (TooBusyException e) {
                return SignInRefused.tooOften(BUSY);
            }
        }
        return SignInRefused.wrong();
    }

    private void admit(String name, Optional<Account> account) {
        HttpServletRequest request = request();
        String address = request.getRemoteAddr();
        Optional<String> device = account.flatMap(found -> devices.known(request, found));
        PeopleSettings.SignIn.Address all = settings.address();
        PeopleSettings.SignIn.Account one = settings.account();
        ask("sign-in:address:" + address, all.burst(), all.per());
        if (device.isPresent()) {
            ask("sign-in:device:" + name + ":" + device.get(), one.burst(), one.per());
        } else {
            ask("sign-in:account:" + name + ":" + address, one.burst(), one.per());
            Strangers strangers = settings.strangers();
            ask("sign-in:strangers:" + name, strangers.burst(), strangers.per());
        }
    }

    private void ask(String key, int burst, Duration per) {
        Duration wait = limits.ask(key, burst, per);
        if (wait.isPositive()) {
            throw SignInRefused.tooOften(wait);
        }
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
