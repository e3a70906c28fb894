package dev.quell.security.people;

import dev.quell.security.audit.Audit;
import dev.quell.security.audit.AuditEntry;
import dev.quell.security.audit.Deed;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes accounts and changes them; each change is kept with its entry in the audit. A password that another person chose has to be changed at first sign-in. */
@Component
public final class Staff {

    private final Accounts accounts;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final Audit audit;
    private final Clock clock;

    public Staff(Accounts accounts, Passwords passwords, PasswordRules rules, Audit audit, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.rules = rules;
        this.audit = audit;
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

        /** Whether it is about what another service says of its people. */
        boolean ofItsHolder() {
            return fullName.isPresent() || roles.isPresent() || password.isPresent();
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
        Account account = fresh(name, wanted, true);
        return accounts.add(account, made(account)) ? Optional.of(account) : Optional.empty();
    }

    /** As {@link #add}, but only if there is no account at all, and by its holder. */
    public Optional<Account> addFirst(String name, Change wanted) throws TooBusyException {
        Account account = fresh(name, wanted, false);
        return accounts.addFirst(account, made(account)) ? Optional.of(account) : Optional.empty();
    }

    private AuditEntry made(Account account) {
        return audit.entry(Deed.ACCOUNT_MADE, account.name(), "", words(account));
    }

    private Account fresh(String name, Change wanted, boolean mustChange) throws TooBusyException {
        Instant now = now();
        return new Account(
                name,
                wanted.fullName().orElseThrow(),
                wanted.roles().orElseThrow(),
                wanted.agent().filter(text -> !text.equals("-")),
                hash(wanted.password().orElseThrow()),
                now,
                mustChange,
                false,
                now,
                now);
    }

    /**
     * Changes an account; empty if there is none of that name.
     *
     * @throws OutsideAccountException if another service decides on what was to be changed
     */
    public Optional<Account> change(String name, Change wanted) throws TooBusyException, LastAdminException {
        Optional<Account> account = accounts.find(name);
        if (account.isEmpty()) {
            return Optional.empty();
        }
        if (!account.get().isLocal() && wanted.ofItsHolder()) {
            throw new OutsideAccountException();
        }
        // It takes its time, in which others may change the account.
        Optional<PasswordHash> hash = wanted.password().isPresent()
                ? Optional.of(hash(wanted.password().get()))
                : Optional.empty();
        return accounts.change(
                name, before -> apply(before, wanted, hash), (before, after) -> notes(before, after, hash.isPresent()));
    }

    private Account apply(Account before, Change wanted, Optional<PasswordHash> hash) {
        Instant now = now();
        Optional<String> agent = wanted.agent().or(before::agent).filter(text -> !text.equals("-"));
        Account after = before.as(
                        wanted.fullName().orElse(before.fullName()),
                        wanted.roles().orElse(before.roles()),
                        agent,
                        now)
                .disabled(wanted.disabled().orElse(before.disabled()), now);
        return hash.map(each -> after.withPassword(each, !isOwn(before.name()), now))
                .orElse(after);
    }

    private static boolean isOwn(String name) {
        return CurrentPerson.find().filter(person -> person.id().equals(name)).isPresent();
    }

    private List<AuditEntry> notes(Account before, Account after, boolean password) {
        List<AuditEntry> notes = new ArrayList<>();
        if (!words(before).equals(words(after))) {
            notes.add(audit.entry(Deed.ACCOUNT_CHANGED, after.name(), words(before), words(after)));
        }
        if (password) {
            notes.add(audit.entry(Deed.PASSWORD_SET, after.name(), "", ""));
        }
        return notes;
    }

    private PasswordHash hash(String password) throws TooBusyException {
        return passwords.hash(PasswordRules.normal(password));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** An account in short, without anything of its password. */
    public static String words(Account account) {
        List<String> words = new ArrayList<>();
        words.add(account.roles().stream().map(Role::word).sorted().collect(Collectors.joining(" ")));
        account.agent().ifPresent(words::add);
        words.add(account.fullName());
        if (account.disabled()) {
            words.add("disabled");
        }
        account.identity().ifPresent(identity -> words.add(identity.way().word() + " " + identity.subject()));
        return String.join(", ", words);
    }
}
