package dev.quell.console;

import dev.quell.security.people.Account;
import dev.quell.security.people.Accounts;
import dev.quell.security.people.Passwords;
import dev.quell.security.people.Role;
import dev.quell.security.people.TooBusyException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.test.context.TestComponent;

/** One account for each role, named as the role. */
@TestComponent
class People {
    static final String PASSWORD = "a long enough password 4711";

    private final Accounts accounts;
    private final Passwords passwords;
    private final Clock clock;

    People(Accounts accounts, Passwords passwords, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.clock = clock;
    }

    synchronized void make() throws TooBusyException {
        for (Role role : Role.values()) {
            if (accounts.find(role.word()).isEmpty()) {
                Instant now = clock.instant();
                accounts.add(new Account(
                        role.word(),
                        "Li Na",
                        Set.of(role),
                        Optional.empty(),
                        passwords.hash(PASSWORD),
                        now,
                        false,
                        now,
                        now));
            }
        }
    }
}
