package dev.quell.security.outside;

import dev.quell.security.people.Identity;
import dev.quell.security.people.Role;
import java.util.Optional;
import java.util.Set;

/**
 * What another service says of somebody who has just proved to it who it is.
 *
 * @param identity who it is
 * @param name what the service calls the person; an account is named after it, and found by the identity alone
 * @param fullName as the person is addressed
 * @param roles what the person's groups give here; none: nothing
 * @param agent the agent's interface in Asterisk; empty if the service names none
 * @param namesAgents whether the service is asked for agents at all; if not, the account's own stays
 */
public record Outsider(
        Identity identity, String name, String fullName, Set<Role> roles, Optional<String> agent, boolean namesAgents) {

    public Outsider {
        roles = Set.copyOf(roles);
    }
}
