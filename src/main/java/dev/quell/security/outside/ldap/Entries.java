package dev.quell.security.outside.ldap;

import dev.quell.security.outside.Agents;
import dev.quell.security.outside.Outsider;
import dev.quell.security.outside.RoleGroups;
import dev.quell.security.people.Identity;
import dev.quell.security.people.Way;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.ldap.core.DirContextOperations;

/** Reads a person out of a directory's entry. */
final class Entries {

    private final LdapSettings settings;
    private final RoleGroups roles;
    private final String issuer;

    Entries(LdapSettings settings) {
        this.settings = settings;
        this.roles = settings.roles().each(new GroupNames(settings.group(), settings.base())::meant);
        this.issuer = "ldap:" + settings.base().toLowerCase(Locale.ROOT);
    }

    /** What is asked for of a person's entry. */
    String[] attributes() {
        LdapSettings.User user = settings.user();
        return Stream.of(
                        user.subjectAttribute(),
                        user.nameAttribute(),
                        user.fullNameAttribute(),
                        user.agentAttribute(),
                        settings.group().memberOf())
                .filter(name -> !name.isEmpty())
                .distinct()
                .toArray(String[]::new);
    }

    /**
     * The person of an entry.
     *
     * @param typed the name that was typed
     * @param groups the distinguished names of those that a search found; the entry's own are added
     * @throws IllegalStateException if the entry has nothing that tells the person apart for good
     */
    Outsider person(DirContextOperations entry, String typed, Collection<String> groups) {
        LdapSettings.User user = settings.user();
        String subject = text(entry.getObjectAttribute(user.subjectAttribute()))
                .orElseThrow(() -> new IllegalStateException("its entries show no " + user.subjectAttribute()
                        + ", which quell.sign-in.ldap.user.subject-attribute names, to whom it was asked by"));
        String name = text(entry.getObjectAttribute(user.nameAttribute())).orElse(typed);
        List<String> all = Stream.concat(groups.stream(), own(entry))
                .flatMap(group -> GroupNames.whole(group).stream())
                .toList();
        return new Outsider(
                new Identity(Way.LDAP, issuer, subject),
                name,
                text(entry.getObjectAttribute(user.fullNameAttribute())).orElse(name),
                roles.of(all),
                user.agentAttribute().isEmpty()
                        ? Optional.empty()
                        : text(entry.getObjectAttribute(user.agentAttribute()))
                                .flatMap(told -> Agents.of(told, settings.agentPrefix())),
                !user.agentAttribute().isEmpty());
    }

    private Stream<String> own(DirContextOperations entry) {
        String attribute = settings.group().memberOf();
        String[] values = attribute.isEmpty() ? null : entry.getStringAttributes(attribute);
        return values == null ? Stream.empty() : Arrays.stream(values);
    }

    private static Optional<String> text(@Nullable Object value) {
        String text =
                value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value == null ? "" : value.toString();
        return text.isBlank() ? Optional.empty() : Optional.of(text.strip());
    }
}
