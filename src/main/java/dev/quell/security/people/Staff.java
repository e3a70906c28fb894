package dev.quell.security.people;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes accounts and changes them; each change is told to whoever keeps what people did. */
@Component
public final class Staff {

    private final Accounts accounts;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final StaffNotes notes;
    private final Clock clock;

    public Staff(Accounts accounts, Passwords passwords, PasswordRules rules, StaffNotes notes, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.rules = rules;
        this.notes = notes;
        this.clock = clock;
    }

    /**
     * What shall be otherwise; what is empty stays as it is.
     *
     * @param agent {@code -} takes it away
     * @param password one without a {@link #fault}
     */
    public record Change(
            Optional<String> fullName,
            Optional<Set<Role>> roles,
            Optional<String> agent,
            Optional<String> password,
            Optional<Boolean> disabled) {

        /** Another password alone. */
        public static Change password(String password) {
            return new Change(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(password), Optional.empty());
        }

        /** Disabled, or enabled again. */
        public static Change disabled(boolean off) {
            return new Change(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(off));
        }

        @Override
        public String toString() {
            return "Change[fullName=" + fullName + ", roles=" + roles + ", agent=" + agent + ", disabled=" + disabled
                    + "]";
        }
    }

    /** What is wrong with a password for an account; empty if it may be one. */
    public Optional<PasswordRules.Fault> fault(String password, String account) {
        return rules.fault(password, account);
    }

    /** Makes an account, all of whose parts but the agent are given; empty if there is one of that name. */
    public Optional<Account> add(String name, Change wanted) throws TooBusyException {
        Account account = fresh(name, wanted);
        return accounts.add(account) ? Optional.of(made(account)) : Optional.empty();
    }

    /** As {@link #add}, but only if there is no account at all. */
    public Optional<Account> addFirst(String name, Change wanted) throws TooBusyException {
        Account account = fresh(name, wanted);
        return accounts.addFirst(account) ? Optional.of(made(account)) : Optional.empty();
    }

    private Account made(Account account) {
        notes.made(account.name(), words(account));
        return account;
    }

    private Account fresh(String name, Change wanted) throws TooBusyException {
        Instant now = now();
        return new Account(
                name,
                wanted.fullName().orElseThrow(),
                wanted.roles().orElseThrow(),
                wanted.agent().filter(text -> !text.equals("-")),
                hash(wanted.password().orElseThrow()),
                now,
                false,
                now,
                now);
    }

    /** Changes an account; empty if there is none of that name. */
    public Optional<Account> change(String name, Change wanted) throws TooBusyException, LastAdminException {
        Optional<Account> found = accounts.find(name);
        if (found.isEmpty()) {
            return found;
        }
        Account before = found.get();
        Account after = apply(before, wanted);
        accounts.change(after);
        if (!words(before).equals(words(after))) {
            notes.changed(name, words(before), words(after));
        }
        if (wanted.password().isPresent()) {
            notes.passwordSet(name);
        }
        return Optional.of(after);
    }

    private Account apply(Account before, Change wanted) throws TooBusyException {
        Instant now = now();
        Optional<String> agent = wanted.agent().or(before::agent).filter(text -> !text.equals("-"));
        Account after = before.as(
                wanted.fullName().orElse(before.fullName()), wanted.roles().orElse(before.roles()), agent, now);
        after = after.disabled(wanted.disabled().orElse(before.disabled()), now);
        return wanted.password().isPresent()
                ? after.withPassword(hash(wanted.password().get()), now)
                : after;
    }

    private PasswordHash hash(String password) throws TooBusyException {
        return passwords.hash(PasswordRules.normal(password));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** An account in short, without anything of its password. */
    private static String words(Account account) {
        List<String> words = new ArrayList<>();
        words.add(account.roles().stream().map(Role::word).sorted().collect(Collectors.joining(" ")));
        account.agent().ifPresent(words::add);
        words.add(account.fullName());
        if (account.disabled()) {
            words.add("disabled");
        }
        return String.join(", ", words);
    }
}
