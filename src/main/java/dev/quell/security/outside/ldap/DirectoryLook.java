package dev.quell.security.outside.ldap;

import dev.quell.security.outside.Trust;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.naming.directory.SearchControls;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.ldap.NameNotFoundException;
import org.springframework.ldap.NamingException;
import org.springframework.ldap.core.ContextMapper;
import org.springframework.ldap.core.DirContextOperations;
import org.springframework.ldap.core.LdapTemplate;
import org.springframework.modulith.NamedInterface;

/**
 * The directory that people sign in by, as it is now.
 *
 * @param servers each server of the settings
 * @param people what a search of people finds; empty if no server could be asked, or people are found by a pattern
 * @param groups what a search of groups finds; empty if no server could be asked, or groups are read from people
 * @param roles roles that no group gives
 */
@NamedInterface("look")
public record DirectoryLook(
        List<Server> servers, Optional<People> people, Optional<Groups> groups, List<String> roles) {

    private static final int MOST = 1000;

    public DirectoryLook {
        servers = List.copyOf(servers);
        roles = List.copyOf(roles);
    }

    /**
     * A server.
     *
     * @param trouble why it could not be bound to; empty if it could
     */
    public record Server(String url, Optional<Throwable> trouble) {}

    /**
     * People.
     *
     * @param base where they were looked for
     * @param there whether that is there
     * @param found whether anybody was found
     * @param identity whether that one's entry shows what tells people apart
     */
    public record People(String base, boolean there, boolean found, boolean identity) {}

    /**
     * Groups.
     *
     * @param base where they were looked for
     * @param there whether that is there
     * @param found how many were found, at most {@value #MOST}
     * @param unknown groups that give a role by the settings and are not there; none are told if there are more than were looked at
     */
    public record Groups(String base, boolean there, int found, List<String> unknown) {
        public Groups {
            unknown = List.copyOf(unknown);
        }
    }

    /** Whether people sign in by one at all. */
    public static boolean isWanted(Environment environment) {
        return settings(environment).enabled();
    }

    private static LdapSettings settings(Environment environment) {
        return Binder.get(environment).bindOrCreate(LdapSettings.PREFIX, LdapSettings.class);
    }

    /**
     * Asks it, as the service does.
     *
     * @throws RuntimeException if the authorities or the password of the settings cannot be read
     */
    public static DirectoryLook at(Environment environment) {
        return of(settings(environment));
    }

    static DirectoryLook of(LdapSettings settings) {
        List<Server> servers = new ArrayList<>();
        Optional<Asked> asked = Optional.empty();
        for (String url : settings.urls()) {
            Asked each = new Asked(settings, url);
            Server server = each.server(url);
            servers.add(server);
            asked = asked.isEmpty() && server.trouble().isEmpty() ? Optional.of(each) : asked;
        }
        return new DirectoryLook(
                servers,
                asked.filter(_ -> settings.user().dnPattern().isEmpty()).map(Asked::people),
                asked.filter(_ -> settings.group().memberOf().isEmpty()).map(Asked::groups),
                settings.roles().without());
    }

    /** One server that is looked at. */
    private static final class Asked {
        private final LdapSettings settings;
        private final DirectorySockets.Wanted sockets;
        private final LdapTemplate directory;

        Asked(LdapSettings settings, String url) {
            this.settings = settings;
            SSLSocketFactory encrypted = Trust.of(settings.certificates()).getSocketFactory();
            this.sockets = new DirectorySockets.Wanted(
                    url.startsWith("ldap:") ? SocketFactory.getDefault() : encrypted,
                    Math.toIntExact(settings.timeout().toMillis()));
            this.directory = new LdapTemplate(Asking.source(settings, List.of(url), encrypted));
        }

        Server server(String url) {
            try {
                return sockets.during(() -> {
                    directory.executeReadOnly(context -> context.getNameInNamespace());
                    return new Server(url, Optional.empty());
                });
            } catch (NamingException | IllegalStateException e) {
                return new Server(url, Optional.of(e));
            }
        }

        People people() {
            LdapSettings.User user = settings.user();
            try {
                List<Boolean> found = found(
                        SearchControls.SUBTREE_SCOPE,
                        user.searchBase(),
                        user.filter().replace("{0}", "*"),
                        1,
                        user.subjectAttribute(),
                        entry -> entry.getObjectAttribute(user.subjectAttribute()) != null);
                return new People(user.searchBase(), true, !found.isEmpty(), found.contains(true));
            } catch (NameNotFoundException e) {
                return new People(user.searchBase(), false, false, false);
            }
        }

        Groups groups() {
            LdapSettings.Group group = settings.group();
            try {
                List<Optional<String>> found = found(
                        SearchControls.ONELEVEL_SCOPE,
                        group.searchBase(),
                        "(" + group.attribute() + "=*)",
                        MOST,
                        group.attribute(),
                        entry -> GroupNames.whole(entry.getNameInNamespace()));
                return new Groups(
                        group.searchBase(), true, found.size(), found.size() == MOST ? List.of() : unknown(found));
            } catch (NameNotFoundException e) {
                return new Groups(group.searchBase(), false, 0, List.of());
            }
        }

        private List<String> unknown(List<Optional<String>> found) {
            GroupNames names = new GroupNames(settings.group(), settings.base());
            return settings.roles().named().stream()
                    .filter(name -> !found.contains(Optional.of(names.meant(name))))
                    .toList();
        }

        private <T> List<T> found(int scope, String base, String filter, int most, String attribute, Mapper<T> mapper) {
            SearchControls wanted = new SearchControls();
            wanted.setSearchScope(scope);
            wanted.setCountLimit(most);
            wanted.setTimeLimit(Math.toIntExact(settings.timeout().toMillis()));
            wanted.setReturningAttributes(new String[] {attribute});
            wanted.setReturningObjFlag(true);
            directory.setIgnoreSizeLimitExceededException(true);
            directory.setIgnorePartialResultException(true);
            ContextMapper<T> each = entry -> mapper.of((DirContextOperations) entry);
            return sockets.during(() -> directory.search(base, filter, wanted, each));
        }
    }

    /** Reads an entry. */
    private interface Mapper<T> {
        T of(DirContextOperations entry);
    }
}
