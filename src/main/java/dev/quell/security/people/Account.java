package dev.quell.security.people;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Somebody who may sign in.
 *
 * @param name what is typed at sign-in and names its holder for good: 2 to 40 of {@code [a-z0-9._-]}, begun by a letter, and not {@code api}
 * @param fullName as the person is addressed, 1 to 80 characters
 * @param roles 1 or more
 * @param agent the agent's interface in Asterisk, for example {@code PJSIP/1001}; empty if the person is none
 * @param password the password's hash
 * @param passwordAt since when it is that
 * @param mustChange whether another person chose the password, so that its holder has to take another one first of all
 * @param disabled whether nobody may sign in with it
 * @param createdAt when it was made
 * @param changedAt when anything of it changed last; the latest word counts where instances differ
 * @param identity who the holder is to the service that vouches for the sign-in; empty if the password here does
 */
public record Account(
        String name,
        String fullName,
        Set<Role> roles,
        Optional<String> agent,
        PasswordHash password,
        Instant passwordAt,
        boolean mustChange,
        boolean disabled,
        Instant createdAt,
        Instant changedAt,
        Optional<Identity> identity) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9._-]{1,39}");
    private static final Pattern AGENT = Pattern.compile("[A-Za-z0-9/@._-]{1,80}");
    private static final int FULL_NAME = 80;
    /** The installation's own token is called so wherever people are. */
    private static final String TAKEN = "api";

    public Account {
        if (!isName(name)) {
            throw new IllegalArgumentException(
                    "an account's name is 2 to 40 small letters, digits, points, dashes and underlines, begun by a letter, such as li.na, and not api");
        }
        if (!isFullName(fullName)) {
            throw new IllegalArgumentException("a person's name has 1 to " + FULL_NAME + " characters");
        }
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("an account has a role at least: admin, security, auditor or agent");
        }
        if (agent.filter(text -> !isAgent(text)).isPresent()) {
            throw new IllegalArgumentException("an agent is an interface in Asterisk, such as PJSIP/1001");
        }
        roles = Set.copyOf(roles);
    }

    /** An account with a password. */
    public Account(
            String name,
            String fullName,
            Set<Role> roles,
            Optional<String> agent,
            PasswordHash password,
            Instant passwordAt,
            boolean mustChange,
            boolean disabled,
            Instant createdAt,
            Instant changedAt) {
        this(
                name,
                fullName,
                roles,
                agent,
                password,
                passwordAt,
                mustChange,
                disabled,
                createdAt,
                changedAt,
                Optional.empty());
    }

    /** An account whose holder chose the password. */
    public Account(
            String name,
            String fullName,
            Set<Role> roles,
            Optional<String> agent,
            PasswordHash password,
            Instant passwordAt,
            boolean disabled,
            Instant createdAt,
            Instant changedAt) {
        this(name, fullName, roles, agent, password, passwordAt, false, disabled, createdAt, changedAt);
    }

    /** Whether a text may be an account's name. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches() && !text.equals(TAKEN);
    }

    /** Whether a text may be what a person is addressed by: 1 to 80 characters that show. */
    public static boolean isFullName(String text) {
        return !text.isBlank()
                && text.codePointCount(0, text.length()) <= FULL_NAME
                && text.codePoints().noneMatch(Account::isHidden);
    }

    private static boolean isHidden(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    /** Whether a text may be an agent's interface in Asterisk. */
    public static boolean isAgent(String text) {
        return AGENT.matcher(text).matches();
    }

    /** As it is with another password, chosen by its holder or, where it must be changed, by another person. */
    public Account withPassword(PasswordHash hash, boolean change, Instant now) {
        return new Account(name, fullName, roles, agent, hash, now, change, disabled, createdAt, now, identity);
    }

    /** As it is when nobody may sign in with it, or somebody may again. */
    public Account disabled(boolean off, Instant now) {
        return new Account(
                name, fullName, roles, agent, password, passwordAt, mustChange, off, createdAt, now, identity);
    }

    /** As it is with another name to be addressed by, other roles, another agent. */
    public Account as(String newName, Set<Role> newRoles, Optional<String> newAgent, Instant now) {
        return new Account(
                name,
                newName,
                newRoles,
                newAgent,
                password,
                passwordAt,
                mustChange,
                disabled,
                createdAt,
                now,
                identity);
    }

    /** As it is, changed after another state of it, whatever the clock said. */
    Account after(Account before) {
        return changedAt.isAfter(before.changedAt)
                ? this
                : new Account(
                        name,
                        fullName,
                        roles,
                        agent,
                        password,
                        passwordAt,
                        mustChange,
                        disabled,
                        createdAt,
                        before.changedAt.plusMillis(1),
                        identity);
    }

    /** As it is when all of its sessions have ended. */
    public Account signedOut(Instant now) {
        return withPassword(password, mustChange, now);
    }

    /** Of two states of one account the one that counts: the later, of two as late the second; never another person's. */
    static Account later(Account one, Account other) {
        return one.changedAt.isAfter(other.changedAt) || !one.identity.equals(other.identity) ? one : other;
    }

    /** By what its holder signs in. */
    public Way way() {
        return identity.map(Identity::way).orElse(Way.PASSWORD);
    }

    /** Whether it has a password here, so that its holder gets in whatever other services do. */
    public boolean isLocal() {
        return identity.isEmpty();
    }

    /** Whether it may do everything now. */
    public boolean isAdmin() {
        return !disabled && roles.contains(Role.ADMIN);
    }

    /** Whether it may do everything now, and depends on no other service. */
    boolean isLocalAdmin() {
        return isAdmin() && isLocal();
    }
}
