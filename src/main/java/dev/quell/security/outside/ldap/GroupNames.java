package dev.quell.security.outside.ldap;

import dev.quell.call.SettingFaults;
import dev.quell.security.outside.RoleGroups;
import dev.quell.security.people.Role;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/**
 * Groups as one tells them apart: by their whole distinguished names. A short name in the settings is the one group that is called so directly below
 * {@code group.search-base}; groups of that name elsewhere in the tree are others.
 */
final class GroupNames {

    private final LdapSettings.Group group;
    private final String base;

    GroupNames(LdapSettings.Group group, String base) {
        this.group = group;
        this.base = base;
    }

    /** A distinguished name in the one form that all spellings of it have; empty if it is none. */
    static Optional<String> whole(String name) {
        try {
            LdapName read = new LdapName(name);
            return read.isEmpty()
                    ? Optional.empty()
                    : Optional.of(IntStream.range(0, read.size())
                            .mapToObj(at -> read.getRdn(read.size() - 1 - at).toString())
                            .collect(Collectors.joining(","))
                            .toLowerCase(Locale.ROOT));
        } catch (InvalidNameException e) {
            return Optional.empty();
        }
    }

    /** A group as the settings name it, whole; {@code *} stays. */
    String meant(String name) {
        if (name.equals(RoleGroups.EVERYBODY)) {
            return name;
        }
        return whole(isShort(name) ? group.attribute() + "=" + Rdn.escapeValue(name) + "," + where() : name)
                .orElseThrow();
    }

    private static boolean isShort(String name) {
        return name.indexOf('=') < 0;
    }

    private String where() {
        return group.searchBase().isBlank() ? base : group.searchBase() + "," + base;
    }

    /** Names each group in the settings that could not be told apart or is never found. */
    void check(RoleGroups roles, SettingFaults faults) {
        for (Role role : Role.values()) {
            for (String name : roles.of(role)) {
                if (!name.equals(RoleGroups.EVERYBODY)) {
                    fault(name)
                            .ifPresent(
                                    fault -> faults.require(false, "roles." + role.word(), "'" + name + "' " + fault));
                }
            }
        }
    }

    private Optional<String> fault(String name) {
        if (isShort(name)) {
            return !group.memberOf().isEmpty() && group.searchBase().isBlank()
                    ? Optional.of("could be any group of that name with group.member-of; write its whole name, such as "
                            + group.attribute() + "=" + name + ",ou=groups," + base
                            + ", or say in group.search-base where the groups are")
                    : Optional.empty();
        }
        Optional<String> whole = whole(name);
        if (whole.isEmpty() || !whole.get().contains(",")) {
            return Optional.of("is no whole distinguished name, such as cn=agents,ou=groups," + base);
        }
        boolean found = !group.memberOf().isEmpty()
                || whole(where())
                        .filter(parent -> whole.get().endsWith("," + parent) && isOneBelow(whole.get(), parent))
                        .isPresent();
        return found
                ? Optional.empty()
                : Optional.of("is never found, as groups are searched directly below " + where()
                        + "; set group.search-base, or group.member-of");
    }

    private static boolean isOneBelow(String name, String parent) {
        try {
            return new LdapName(name).size() == new LdapName(parent).size() + 1;
        } catch (InvalidNameException e) {
            throw new IllegalStateException("written by whole", e);
        }
    }
}
