package dev.quell.security.outside.ldap;

import dev.quell.call.SettingFaults;
import dev.quell.security.outside.RoleGroups;
import dev.quell.security.outside.SettingForms;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings under {@code quell.sign-in.ldap}: sign-in with name and password of a directory.
 *
 * @param enabled whether there is any; if not, nothing else is looked at
 * @param label what people call the directory, on the sign-in page: 1 to 40 characters
 * @param urls its servers, tried in turn: {@code ldaps://}, {@code ldap://} with StartTLS, or {@code ldap://} of this machine
 * @param startTls whether an {@code ldap://} connection is encrypted before anything is said over it
 * @param certificates a file in PEM with the authorities that the servers' certificates may be of; empty: Java's own
 * @param base the name that all others end in
 * @param bindDn who searches; empty: anybody
 * @param bindPassword that one's password; empty with {@code bindPasswordFile}
 * @param bindPasswordFile a file with the password in its first line; read at each start
 * @param user how people are found
 * @param group how their groups are found
 * @param roles which groups give which role, by their whole names, or by short ones of those directly below {@code group.search-base}; small and capital letters are one
 * @param agentPrefix what stands before an agent's number
 * @param timeout how long a server may take, to connect and to answer each question: 1s to 30s
 */
@ConfigurationProperties(prefix = "quell.sign-in.ldap", ignoreUnknownFields = false)
public record LdapSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("company") String label,
        @DefaultValue List<String> urls,
        @DefaultValue("false") boolean startTls,
        @DefaultValue("") String certificates,
        @DefaultValue("") String base,
        @DefaultValue("") String bindDn,
        @DefaultValue("") String bindPassword,
        @DefaultValue("") String bindPasswordFile,
        @DefaultValue User user,
        @DefaultValue Group group,
        @DefaultValue RoleGroups roles,
        @DefaultValue("PJSIP/") String agentPrefix,
        @DefaultValue("3s") Duration timeout) {

    static final String PREFIX = "quell.sign-in.ldap";

    public LdapSettings {
        urls = List.copyOf(urls);
        if (enabled) {
            SettingFaults faults = SettingFaults.in(PREFIX)
                    .require(
                            SettingForms.isLabel(label),
                            "label",
                            "must have 1 to 40 characters, such as Company account")
                    .require(!urls.isEmpty(), "urls", "must name a server, such as [\"ldaps://ldap.example.org\"]")
                    .require(
                            isName(base) && !base.isBlank(),
                            "base",
                            "must be a distinguished name, such as dc=example,dc=org");
            for (String url : urls) {
                urlFault(url, startTls).ifPresent(fault -> faults.require(false, "urls", "'" + url + "' " + fault));
            }
            faults.require(
                            isName(bindDn),
                            "bind-dn",
                            "must be a distinguished name, such as cn=quell,dc=example,dc=org")
                    .require(
                            !startTls || !bindDn.isEmpty(),
                            "bind-dn",
                            "must be given with start-tls, as a search by nobody would not be encrypted")
                    .require(
                            bindDn.isEmpty() || bindPassword.isEmpty() != bindPasswordFile.isEmpty(),
                            "bind-password",
                            "give bind-password-file, a file with the password in its first line, or bind-password, and not both")
                    .require(
                            !roles.isEmpty(),
                            "roles",
                            "no group gives a role, so nobody could sign in; write such as { admin: [quell-admins], agent: [agents] }")
                    .require(SettingForms.isPatience(timeout), "timeout", "must be 1s to 30s, such as 3s");
            user.check(faults);
            group.check(faults);
            if (isName(base) && isName(group.searchBase()) && isAttribute(group.attribute())) {
                new GroupNames(group, base).check(roles, faults);
            }
            faults.throwIfAny();
        }
    }

    /**
     * How people are found: by a search, or by where they must be.
     *
     * @param searchBase where they are, below the base
     * @param filter which of them it is; <code>{0}</code> is what was typed
     * @param dnPattern their distinguished name below the base, with <code>{0}</code>, in place of a search; empty: they are searched
     * @param subjectAttribute what of an entry is never given to another person: {@code entryUUID}, of Active Directory {@code objectGUID}
     * @param nameAttribute what new accounts are named after
     * @param fullNameAttribute as people are addressed
     * @param agentAttribute what holds the agent's interface or number; empty: agents are named here
     */
    public record User(
            @DefaultValue("") String searchBase,
            @DefaultValue("(uid={0})") String filter,
            @DefaultValue("") String dnPattern,
            @DefaultValue("entryUUID") String subjectAttribute,
            @DefaultValue("uid") String nameAttribute,
            @DefaultValue("cn") String fullNameAttribute,
            @DefaultValue("") String agentAttribute) {

        private void check(SettingFaults faults) {
            faults.require(
                            isName(searchBase),
                            "user.search-base",
                            "must be a distinguished name below base, such as ou=people")
                    .require(
                            !dnPattern.isEmpty() || isFilter(filter),
                            "user.filter",
                            "must be a filter in brackets with {0} for what was typed, such as (uid={0})")
                    .require(
                            dnPattern.isEmpty() || (dnPattern.contains("{0}") && isName(dnPattern)),
                            "user.dn-pattern",
                            "must be a distinguished name below base with {0}, such as uid={0},ou=people, or empty")
                    .require(
                            isAttribute(subjectAttribute),
                            "user.subject-attribute",
                            "must name an attribute, such as entryUUID")
                    .require(isAttribute(nameAttribute), "user.name-attribute", "must name an attribute, such as uid")
                    .require(
                            isAttribute(fullNameAttribute),
                            "user.full-name-attribute",
                            "must name an attribute, such as cn")
                    .require(
                            agentAttribute.isEmpty() || isAttribute(agentAttribute),
                            "user.agent-attribute",
                            "must name an attribute, such as telephoneNumber, or be empty");
        }
    }

    /**
     * How people's groups are found.
     *
     * @param searchBase where they are, below the base
     * @param filter which have somebody as a member: <code>{0}</code> is the distinguished name, <code>{1}</code> what was typed
     * @param attribute what of a group a short name in {@code roles} is
     * @param memberOf the attribute of a person that names the groups, in place of a search, such as {@code memberOf}; empty: they are searched
     */
    public record Group(
            @DefaultValue("") String searchBase,
            @DefaultValue("(member={0})") String filter,
            @DefaultValue("cn") String attribute,
            @DefaultValue("") String memberOf) {

        private void check(SettingFaults faults) {
            faults.require(
                            isName(searchBase),
                            "group.search-base",
                            "must be a distinguished name below base, such as ou=groups")
                    .require(
                            !memberOf.isEmpty() || isFilter(filter) || isFilter(filter.replace("{1}", "{0}")),
                            "group.filter",
                            "must be a filter in brackets with {0} for a person's distinguished name, such as (member={0})")
                    .require(isAttribute(attribute), "group.attribute", "must name an attribute, such as cn")
                    .require(
                            memberOf.isEmpty() || isAttribute(memberOf),
                            "group.member-of",
                            "must name an attribute, such as memberOf, or be empty");
        }
    }

    private static Optional<String> urlFault(String text, boolean startTls) {
        Optional<URI> url = SettingForms.address(text)
                .filter(read -> Set.of("ldap", "ldaps").contains(read.getScheme()))
                .filter(read -> read.getRawPath().isEmpty() || read.getRawPath().equals("/"));
        if (url.isEmpty()) {
            return Optional.of("is no server; write ldaps://host or ldaps://host:port, and what follows in base");
        }
        boolean plain = url.get().getScheme().equals("ldap");
        if (!plain && startTls) {
            return Optional.of("is encrypted from the beginning; write ldap://, or start-tls: false");
        }
        return plain && !startTls && !SettingForms.isLoopback(url.get())
                ? Optional.of("would send passwords for all to read; write ldaps://, or set start-tls: true")
                : Optional.empty();
    }

    private static boolean isName(String text) {
        try {
            var _ = new LdapName(text);
            return true;
        } catch (InvalidNameException e) {
            return false;
        }
    }

    private static boolean isFilter(String text) {
        return text.startsWith("(")
                && text.endsWith(")")
                && text.contains("{0}")
                && text.chars().filter(letter -> letter == '(').count()
                        == text.chars().filter(letter -> letter == ')').count();
    }

    private static boolean isAttribute(String text) {
        return text.matches("[A-Za-z][A-Za-z0-9.;-]{0,60}");
    }

    /** Shows nothing of the password. */
    @Override
    public String toString() {
        return "LdapSettings[enabled=" + enabled + ", urls=" + urls + ", base=" + base + "]";
    }
}
