package dev.quell.security.outside.ldap;

import dev.quell.security.outside.Outsider;
import dev.quell.security.outside.Secret;
import dev.quell.security.outside.Trust;
import java.io.Serial;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.ldap.core.DirContextOperations;
import org.springframework.ldap.core.support.LdapContextSource;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.ldap.SpringSecurityLdapTemplate;
import org.springframework.security.ldap.authentication.BindAuthenticator;
import org.springframework.security.ldap.search.FilterBasedLdapUserSearch;
import org.springframework.security.ldap.userdetails.DefaultLdapAuthoritiesPopulator;

/** Asks the directory, on one thread: finds the person, binds with the password, finds the groups. Each question has a connection of its own, and an end. */
final class Asking {

    private static final Logger LOG = LoggerFactory.getLogger(Asking.class);

    private final LdapSettings settings;
    private final Entries entries;
    private final DirectorySockets.Wanted sockets;
    private final BindAuthenticator people;
    private final DefaultLdapAuthoritiesPopulator groups;
    private Blame.Stage stage = Blame.Stage.SEARCHING;
    private Consumer<String> found = entry -> {};

    /** @throws RuntimeException if the certificates or the password's file cannot be read */
    Asking(LdapSettings settings) {
        this.settings = settings;
        this.entries = new Entries(settings);
        SSLSocketFactory encrypted = Trust.of(settings.certificates()).getSocketFactory();
        boolean plain = settings.urls().stream().allMatch(url -> url.startsWith("ldap:"));
        this.sockets = new DirectorySockets.Wanted(
                plain ? SocketFactory.getDefault() : encrypted,
                Math.toIntExact(settings.timeout().toMillis()));
        LdapContextSource source = source(settings, settings.urls(), encrypted);
        this.people = people(source);
        this.groups = groups(source);
    }

    /** Connections to some servers, bound as whoever searches. */
    static LdapContextSource source(LdapSettings settings, List<String> urls, SSLSocketFactory encrypted) {
        LdapContextSource source = new LdapContextSource();
        source.setUrls(urls.toArray(String[]::new));
        source.setBase(settings.base());
        source.setUserDn(settings.bindDn());
        source.setPassword(
                Secret.of(settings.bindPassword(), settings.bindPasswordFile()).orElse(""));
        source.setPooled(false);
        source.setAuthenticationStrategy(settings.startTls() ? new TlsFirst(encrypted) : new PasswordPolicy());
        String patience = Long.toString(settings.timeout().toMillis());
        Map<String, Object> more = new HashMap<>();
        more.put("com.sun.jndi.ldap.connect.timeout", patience);
        more.put("com.sun.jndi.ldap.read.timeout", patience);
        more.put("java.naming.ldap.factory.socket", DirectorySockets.class.getName());
        more.put("java.naming.ldap.attributes.binary", "objectGUID");
        more.put(PasswordPolicy.ENVIRONMENT, PasswordPolicy.asked());
        source.setBaseEnvironmentProperties(more);
        source.afterPropertiesSet();
        return source;
    }

    private BindAuthenticator people(LdapContextSource source) {
        LdapSettings.User user = settings.user();
        BindAuthenticator made = new BindAuthenticator(source);
        made.setUserAttributes(entries.attributes());
        if (user.dnPattern().isEmpty()) {
            FilterBasedLdapUserSearch search = new FilterBasedLdapUserSearch(user.searchBase(), user.filter(), source);
            search.setReturningAttributes(entries.attributes());
            search.setSearchTimeLimit(Math.toIntExact(settings.timeout().toMillis()));
            made.setUserSearch(name -> {
                DirContextOperations entry = search.searchForUser(name);
                tell(entry.getNameInNamespace().toLowerCase(Locale.ROOT));
                stage = Blame.Stage.FOUND;
                return entry;
            });
        } else {
            made.setUserDnPatterns(new String[] {user.dnPattern()});
        }
        return made;
    }

    private DefaultLdapAuthoritiesPopulator groups(LdapContextSource source) {
        DefaultLdapAuthoritiesPopulator made =
                new DefaultLdapAuthoritiesPopulator(source, settings.group().searchBase());
        made.setGroupSearchFilter(settings.group().filter());
        made.setGroupRoleAttribute(settings.group().attribute());
        made.setAuthorityMapper(
                group -> new SimpleGrantedAuthority(Objects.requireNonNull(group.get(SpringSecurityLdapTemplate.DN_KEY))
                        .getFirst()));
        made.setIgnorePartialResultException(true);
        return made;
    }

    /**
     * Who it is; empty if name and password do not fit, or the directory refuses this person.
     *
     * @param found is told the entry's distinguished name where it was searched for, before the password is tried
     * @throws Stopped if that does not want it tried
     * @throws EntryFault if the directory has trouble with this entry
     * @throws RuntimeException if the directory does not answer, or not as the settings have it
     */
    Optional<Outsider> who(String name, String password, Consumer<String> found) {
        this.found = found;
        return sockets.during(() -> bound(name, password));
    }

    private Optional<Outsider> bound(String name, String password) {
        if (name.isBlank() || password.isEmpty()) {
            return Optional.empty();
        }
        stage = settings.user().dnPattern().isEmpty() ? Blame.Stage.SEARCHING : Blame.Stage.TYPED;
        try {
            DirContextOperations entry =
                    people.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(name, password));
            stage = Blame.Stage.BOUND;
            return Optional.of(entries.person(entry, name, groups(entry, name)));
        } catch (Stopped e) {
            throw e;
        } catch (BadCredentialsException | UsernameNotFoundException e) {
            return Optional.empty();
        } catch (RuntimeException e) {
            return switch (Blame.of(e, stage)) {
                case PERSON -> refused(e);
                case ENTRY -> throw new EntryFault(e);
                case DIRECTORY -> throw e;
            };
        }
    }

    private void tell(String entry) {
        try {
            found.accept(entry);
        } catch (RuntimeException e) {
            throw new Stopped(e);
        }
    }

    /** Whoever asks does not want the password tried. */
    static final class Stopped extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        private final RuntimeException why;

        private Stopped(RuntimeException why) {
            super(why);
            this.why = why;
        }

        RuntimeException why() {
            return why;
        }
    }

    private static Optional<Outsider> refused(RuntimeException why) {
        LOG.warn("The directory refuses one person, whatever the password is: {}", EntryFault.words(why));
        return Optional.empty();
    }

    private Collection<String> groups(DirContextOperations entry, String name) {
        return settings.group().memberOf().isEmpty()
                ? groups.getGroupMembershipRoles(entry.getNameInNamespace(), name).stream()
                        .map(GrantedAuthority::getAuthority)
                        .toList()
                : List.of();
    }
}
