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

/** One account for each role, named as the role and all of one person's name, and an admin of another name. */
@TestComponent
class People {
    static final String PASSWORD = "a long enough password 4711";
    /** The account of the second person. */
    static final String SECOND = "wang.wei";

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
            make(role.word(), "Li Na", role);
        }
        make(SECOND, "Wang Wei", Role.ADMIN);
    }

    private void make(String name, String person, Role role) throws TooBusyException {
        if (accounts.find(name).isEmpty()) {
            Instant now = clock.instant();
            accounts.add(new Account(
                    name, person, Set.of(role), Optional.empty(), passwords.hash(PASSWORD), now, false, now, now));
        }
    }
}
