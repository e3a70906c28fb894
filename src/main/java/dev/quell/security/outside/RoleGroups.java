package dev.quell.security.outside;

import dev.quell.security.people.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which groups give which role; {@code *} stands for everybody whom the service lets in.
 *
 * @param admin groups of those who may do everything
 * @param security groups of those who review sources
 * @param auditor groups of those who read everything
 * @param agent groups of those who talk to callers
 */
public record RoleGroups(
        @DefaultValue List<String> admin,
        @DefaultValue List<String> security,
        @DefaultValue List<String> auditor,
        @DefaultValue List<String> agent) {

    /** In place of a group: everybody whom the service lets in. */
    public static final String EVERYBODY = "*";

    public RoleGroups {
        admin = List.copyOf(admin);
        security = List.copyOf(security);
        auditor = List.copyOf(auditor);
        agent = List.copyOf(agent);
    }

    /** Whether no group gives any role. */
    public boolean isEmpty() {
        return Arrays.stream(Role.values()).allMatch(role -> of(role).isEmpty());
    }

    /** The roles of somebody who is in some groups. */
    public Set<Role> of(Collection<String> groups) {
        Set<String> all = Stream.concat(groups.stream(), Stream.of(EVERYBODY)).collect(Collectors.toSet());
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (of(role).stream().anyMatch(all::contains)) {
                roles.add(role);
            }
        }
        return roles;
    }

    /** The words of the roles that no group gives. */
    public List<String> without() {
        return Arrays.stream(Role.values())
                .filter(role -> of(role).isEmpty())
                .map(Role::word)
                .toList();
    }

    /** All groups that give a role, by their names; {@code *} is none. */
    public List<String> named() {
        return Arrays.stream(Role.values())
                .flatMap(role -> of(role).stream())
                .filter(group -> !group.equals(EVERYBODY))
                .distinct()
                .toList();
    }

    /** The same with each group in another form. */
    public RoleGroups each(UnaryOperator<String> form) {
        return new RoleGroups(
                admin.stream().map(form).toList(),
                security.stream().map(form).toList(),
                auditor.stream().map(form).toList(),
                agent.stream().map(form).toList());
    }

    /** The groups that give a role. */
    public List<String> of(Role role) {
        return switch (role) {
            case ADMIN -> admin;
            case SECURITY -> security;
            case AUDITOR -> auditor;
            case AGENT -> agent;
        };
    }
}
