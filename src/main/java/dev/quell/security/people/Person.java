package dev.quell.security.people;

import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Whoever is signed in: somebody with an account, or a program with a token.
 *
 * @param id what audit entries and authors name: the account's name, {@code token:<name>} of a program, {@code api} of the installation's own token
 * @param name as people are addressed
 * @param roles none of a program
 * @param rights what may be done
 * @param agent the agent's interface in Asterisk, for example {@code PJSIP/1001}; empty if the person is none
 */
public record Person(String id, String name, Set<Role> roles, Set<Right> rights, Optional<String> agent)
        implements AuthenticatedPrincipal {

    public Person {
        roles = Set.copyOf(roles);
        rights = Set.copyOf(rights);
    }

    /** Somebody with an account. */
    public static Person of(Account account) {
        return new Person(
                account.name(), account.fullName(), account.roles(), Role.rights(account.roles()), account.agent());
    }

    /** A program. */
    public static Person program(String id, Set<Right> rights) {
        return new Person(id, id, Set.of(), rights, Optional.empty());
    }

    @Override
    public String getName() {
        return id;
    }

    /** Whether something may be done. */
    public boolean may(Right right) {
        return rights.contains(right);
    }

    /** Whether something may be done, by the right's word; a word that there is not may nobody. */
    public boolean may(String word) {
        return Right.of(word).filter(rights::contains).isPresent();
    }
}
