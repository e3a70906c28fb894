package dev.quell.console.people;

import dev.quell.security.people.Account;
import dev.quell.security.people.PasswordRules;
import dev.quell.security.people.Role;
import dev.quell.security.people.Staff;
import dev.quell.security.people.Staff.Change;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a form says of an account; a field that the form has not is null. */
record AccountForm(
        @Nullable String name,
        @Nullable String fullName,
        @Nullable List<String> roles,
        @Nullable String agent,
        @Nullable String password) {

    /** One into which nothing was typed yet. */
    static final AccountForm EMPTY = new AccountForm(null, null, null, null, null);

    /** Whether a role is ticked. */
    public boolean has(String role) {
        return roles != null && roles.contains(role);
    }

    /** The account's name as it is kept. */
    String account() {
        return name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
    }

    /** The key of what is wrong with it for a new account; empty if nothing is. */
    Optional<String> faultOfNew(Staff staff) {
        return Account.isName(account()) ? fault().or(() -> passwordFault(staff, account())) : Optional.of("name");
    }

    /** The key of what is wrong with name to be addressed by, roles and agent; empty if nothing is. */
    Optional<String> fault() {
        if (fullName == null || !Account.isFullName(fullName.strip())) {
            return Optional.of("full-name");
        }
        if (wanted().isEmpty()) {
            return Optional.of("roles");
        }
        return agentFault();
    }

    /** The key of what is wrong with the agent; empty if nothing is. */
    Optional<String> agentFault() {
        return agent().isEmpty() || Account.isAgent(agent()) ? Optional.empty() : Optional.of("agent");
    }

    /** The agent; an empty one takes it away. */
    Change agentAlone() {
        return new Change(
                Optional.empty(),
                Optional.empty(),
                Optional.of(agent().isEmpty() ? "-" : agent()),
                Optional.empty(),
                Optional.empty());
    }

    /** The key of what is wrong with the password; empty if nothing is. */
    Optional<String> passwordFault(Staff staff, String account) {
        return staff.fault(password == null ? "" : password, account).map(AccountForm::key);
    }

    private static String key(PasswordRules.Fault fault) {
        return fault.name().toLowerCase(Locale.ROOT);
    }

    /** All of a new account. */
    Change whole() {
        return new Change(
                changed().fullName(),
                changed().roles(),
                changed().agent(),
                Optional.ofNullable(password),
                Optional.empty());
    }

    /** Name to be addressed by, roles and agent; an empty agent takes it away. */
    Change changed() {
        return new Change(
                Optional.of(Objects.requireNonNull(fullName).strip()),
                Optional.of(wanted()),
                Optional.of(agent().isEmpty() ? "-" : agent()),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public String agent() {
        return agent == null ? "" : agent.strip();
    }

    private Set<Role> wanted() {
        return roles == null
                ? Set.of()
                : roles.stream().map(Role::of).flatMap(Optional::stream).collect(Collectors.toSet());
    }
}
