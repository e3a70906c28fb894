package dev.quell.web.people;

import dev.quell.security.people.Account;
import dev.quell.security.people.Identity;
import dev.quell.security.people.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account as it is shown.
 *
 * @param agent the agent's interface; absent if the person is none
 * @param way by what the holder signs in: password, oidc or ldap
 * @param issuer the service that vouches for the holder; absent with a password here
 * @param subject who the holder is to that service; absent with a password here
 * @param mustChangePassword whether another person chose the password, and the person has to take another one first of all
 */
record AccountView(
        String name,
        String fullName,
        List<String> roles,
        @Nullable String agent,
        boolean disabled,
        Instant created,
        Instant passwordSet,
        boolean mustChangePassword,
        String way,
        @Nullable String issuer,
        @Nullable String subject) {

    static AccountView of(Account account) {
        return new AccountView(
                account.name(),
                account.fullName(),
                account.roles().stream().map(Role::word).sorted().toList(),
                account.agent().orElse(null),
                account.disabled(),
                account.createdAt(),
                account.passwordAt(),
                account.mustChange(),
                account.way().word(),
                account.identity().map(Identity::issuer).orElse(null),
                account.identity().map(Identity::subject).orElse(null));
    }
}
