package dev.quell.security.login;

import dev.quell.security.audit.Audit;
import dev.quell.security.audit.Deed;
import dev.quell.security.people.Account;
import dev.quell.security.people.Accounts;
import dev.quell.security.people.LastAdminException;
import dev.quell.security.people.PasswordRules;
import dev.quell.security.people.Passwords;
import dev.quell.security.people.PeopleSettings;
import dev.quell.security.people.Person;
import dev.quell.security.people.Staff;
import dev.quell.security.people.TooBusyException;
import dev.quell.security.people.Turn;
import dev.quell.share.RateLimits;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets people choose their own password, whoever chose it before. */
@Component
public final class OwnPassword {

    /** Where it is changed. */
    public static final String PAGE = "/account";

    private final Accounts accounts;
    private final Staff staff;
    private final Passwords passwords;
    private final Sessions sessions;
    private final DeviceCookie devices;
    private final RateLimits limits;
    private final PeopleSettings.SignIn.Account settings;
    private final Audit audit;

    OwnPassword(
            Accounts accounts,
            Staff staff,
            Passwords passwords,
            Sessions sessions,
            DeviceCookie devices,
            RateLimits limits,
            PeopleSettings settings,
            Audit audit) {
        this.accounts = accounts;
        this.staff = staff;
        this.passwords = passwords;
        this.sessions = sessions;
        this.devices = devices;
        this.limits = limits;
        this.settings = settings.signIn().account();
        this.audit = audit;
    }

    /** Why a password was not changed. */
    public enum Fault {
        /** The old one is another. */
        OLD,
        /** The new one is the old one. */
        UNCHANGED,
        /** Both times something else was typed. */
        REPEATED,
        /** The old one was tried too often. */
        OFTEN,
        /** Too many passwords are being checked. */
        BUSY,
        /** It is kept by the service that the person signs in with. */
        OUTSIDE;

        /** As keys of texts have it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What is typed to change a password.
     *
     * @param repeated the new one once more
     */
    public record Typed(String old, String fresh, String repeated) {
        @Override
        public String toString() {
            return "Typed[…]";
        }
    }

    /** Whether a person has a password that another person chose. */
    public boolean mustChange(Person person) {
        return accounts.find(person.id()).filter(Account::mustChange).isPresent();
    }

    /** Whether a person has a password here. */
    public boolean isHere(Person person) {
        return accounts.find(person.id()).filter(Account::isLocal).isPresent();
    }

    /**
     * Changes the password of whoever is signed in; other sessions of the account end, this one goes on.
     *
     * @return the word of what was wrong, a {@link Fault}'s or a {@link PasswordRules.Fault}'s; empty if it was changed
     */
    public Optional<String> change(
            Person person, Typed typed, HttpServletRequest request, HttpServletResponse response) {
        if (!isHere(person)) {
            return word(Fault.OUTSIDE);
        }
        Optional<String> fault = staff.fault(typed.fresh(), person.id())
                .map(rule -> rule.name().toLowerCase(Locale.ROOT))
                .or(() -> typed.fresh().equals(typed.repeated()) ? Optional.empty() : word(Fault.REPEATED));
        try {
            return fault.isPresent() ? fault : checked(person, typed, request, response);
        } catch (TooBusyException e) {
            return word(Fault.BUSY);
        } catch (LastAdminException e) {
            throw new IllegalStateException("another password takes no rights", e);
        }
    }

    private static Optional<String> word(Fault fault) {
        return Optional.of(fault.word());
    }

    private Optional<String> checked(
            Person person, Typed typed, HttpServletRequest request, HttpServletResponse response)
            throws TooBusyException, LastAdminException {
        Attempt attempt = new Attempt(limits);
        try {
            attempt.ask("own-password:" + person.id(), settings.burst(), settings.per());
        } catch (SignInRefused e) {
            return word(Fault.OFTEN);
        }
        Account account = accounts.find(person.id()).orElseThrow();
        if (!fits(typed.old(), account, attempt)) {
            audit.note(Deed.SIGN_IN_FAILED, person.id(), "", "the old password, to change it");
            return word(Fault.OLD);
        }
        attempt.takeBack();
        if (PasswordRules.normal(typed.old()).equals(PasswordRules.normal(typed.fresh()))) {
            return word(Fault.UNCHANGED);
        }
        Account changed =
                staff.change(person.id(), Staff.Change.password(typed.fresh())).orElseThrow();
        request.changeSessionId();
        sessions.begin(request.getSession(), changed);
        devices.give(request, response, changed);
        return Optional.empty();
    }

    private boolean fits(String old, Account account, Attempt attempt) throws TooBusyException {
        try {
            return PasswordRules.isTyped(old)
                    && passwords.matches(PasswordRules.normal(old), account.password(), Turn.KNOWN);
        } catch (TooBusyException e) {
            attempt.takeBack();
            throw e;
        }
    }
}
