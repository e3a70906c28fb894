package dev.quell.security.outside;

import dev.quell.security.people.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

    private static final String EVERYBODY = "*";

    public RoleGroups {
        admin = List.copyOf(admin);
        security = List.copyOf(security);
        auditor = List.copyOf(auditor);
        agent = List.copyOf(agent);
    }

    /** Whether no group gives any role. */
    public boolean isEmpty() {
        return Arrays.stream(Role.values()).allMatch(role -> groups(role).isEmpty());
    }

    /** The roles of somebody who is in some groups. */
    public Set<Role> of(Collection<String> groups) {
        Set<String> all = Stream.concat(groups.stream(), Stream.of(EVERYBODY)).collect(Collectors.toSet());
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (groups(role).stream().anyMatch(all::contains)) {
                roles.add(role);
            }
        }
        return roles;
    }

    /** The same with all groups in small letters, for services to which {@code Agents} and {@code agents} are one. */
    public RoleGroups small() {
        return new RoleGroups(small(admin), small(security), small(auditor), small(agent));
    }

    private static List<String> small(List<String> groups) {
        return groups.stream().map(group -> group.toLowerCase(Locale.ROOT)).toList();
    }

    private List<String> groups(Role role) {
        return switch (role) {
            case ADMIN -> admin;
            case SECURITY -> security;
            case AUDITOR -> auditor;
            case AGENT -> agent;
        };
    }
}
