package dev.quell.testing;

import dev.quell.security.Signed;
import dev.quell.security.login.Sessions;
import dev.quell.security.people.Account;
import dev.quell.security.people.Accounts;
import dev.quell.security.people.PasswordHash;
import dev.quell.security.people.Person;
import dev.quell.security.people.Role;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Sessions of people with given roles, for MockMvc, without the work of checking a password. */
public final class SignedInAs {

    private SignedInAs() {}

    /** A new session of somebody with these roles; the account is made if it is not there, and is named like the roles. */
    public static MockHttpSession roles(ApplicationContext service, Role... roles) {
        Accounts accounts = service.getBean(Accounts.class);
        Set<Role> wanted = new TreeSet<>(Arrays.asList(roles));
        String name = wanted.stream().map(Role::word).collect(Collectors.joining("-"));
        Account account = new Account(
                name,
                "A " + name,
                wanted,
                wanted.contains(Role.AGENT) ? Optional.of("PJSIP/1001") : Optional.empty(),
                new PasswordHash("{none}"),
                Instant.EPOCH,
                false,
                Instant.EPOCH,
                Instant.EPOCH);
        accounts.add(account);
        MockHttpSession session = new MockHttpSession();
        service.getBean(Sessions.class).begin(session, account);
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(Signed.as(Person.of(account))));
        return session;
    }
}
