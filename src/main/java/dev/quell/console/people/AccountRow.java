package dev.quell.console.people;

import dev.quell.security.people.Account;
import dev.quell.security.people.Role;
import java.time.Instant;
import java.util.List;

/**
 * An account as the page shows it.
 *
 * @param agent empty if the person is none
 * @param mustChange whether another person chose the password
 * @param way the word of what its holder signs in by: password, oidc or ldap
 */
record AccountRow(
        String name,
        String fullName,
        List<String> roles,
        String agent,
        boolean disabled,
        Instant passwordAt,
        boolean mustChange,
        String way) {

    static AccountRow of(Account account) {
        return new AccountRow(
                account.name(),
                account.fullName(),
                account.roles().stream().sorted().map(Role::word).toList(),
                account.agent().orElse(""),
                account.disabled(),
                account.passwordAt(),
                account.mustChange(),
                account.way().word());
    }
}
