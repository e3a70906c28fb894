package dev.quell.security;

import dev.quell.security.people.Person;
import dev.quell.security.people.Right;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/** How Spring Security knows a person: the person is the principal, the rights are the authorities. */
public final class Signed {
    private Signed() {}

    /** A person who is signed in. */
    public static Authentication as(Person person) {
        String[] authorities =
                person.rights().stream().sorted().map(Right::authority).toArray(String[]::new);
        return UsernamePasswordAuthenticationToken.authenticated(
                person, null, AuthorityUtils.createAuthorityList(authorities));
    }
}
