package dev.quell.security.outside.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.testing.servers.NeedsSlapd;
import dev.quell.testing.servers.SlapdServer;
import java.nio.file.Path;
import java.util.List;
import javax.naming.AuthenticationException;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is seen of a real OpenLDAP from outside. */
@NeedsSlapd
@Timeout(60)
class DirectoryLookTest {

    @TempDir
    static Path folder;

    private static SlapdServer server;

    @BeforeAll
    static void start() {
        server = SlapdServer.start(folder, Path.of("src/test/resources/security/people.ldif"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static LdapBuilder encrypted() {
        return new LdapBuilder().url(server.encryptedUrl()).certificates(server.certificate());
    }

    private static Throwable trouble(LdapBuilder wanted) {
        DirectoryLook look = DirectoryLook.of(wanted.build());
        assertThat(look.people()).isEmpty();
        assertThat(look.groups()).isEmpty();
        return look.servers().getFirst().trouble().orElseThrow();
    }

    @Test
    void oneThatIsWellIsSeenWhole() {
        DirectoryLook look = DirectoryLook.of(encrypted().build());

        assertThat(look.servers()).extracting(DirectoryLook.Server::url).containsExactly(server.encryptedUrl());
        assertThat(look.servers().getFirst().trouble()).isEmpty();
        assertThat(look.people()).contains(new DirectoryLook.People("ou=people", true, true, true));
        assertThat(look.groups().orElseThrow().found()).isEqualTo(4);
        assertThat(look.groups().orElseThrow().unknown()).isEmpty();
        assertThat(look.roles()).containsExactly("security", "auditor");
    }

    @Test
    void eachServerIsAskedAndTheFirstThatAnswersTellsOfPeople() {
        DirectoryLook look = DirectoryLook.of(new LdapBuilder()
                .url("ldaps://127.0.0.1:1")
                .url(server.encryptedUrl())
                .certificates(server.certificate())
                .build());

        assertThat(look.servers()).extracting(each -> each.trouble().isEmpty()).containsExactly(false, true);
        assertThat(look.people()).isPresent();
    }

    @Test
    void aPasswordThatIsWrongIsToldApartFromACertificate() {
        assertThat(trouble(encrypted().bindPassword("a guess"))).hasRootCauseInstanceOf(AuthenticationException.class);
        assertThat(causes(trouble(new LdapBuilder().url(server.encryptedUrl()))))
                .anyMatch(SSLException.class::isInstance);
    }

    private static List<Throwable> causes(Throwable trouble) {
        return java.util.stream.Stream.iterate(trouble, each -> each != null, Throwable::getCause)
                .toList();
    }

    @Test
    void anAttributeThatItDoesNotShowIsTold() {
        assertThat(DirectoryLook.of(encrypted().subject("employeeNumber").build())
                        .people())
                .contains(new DirectoryLook.People("ou=people", true, true, false));
    }

    @Test
    void placesAndGroupsThatAreNotThereAreTold() {
        LdapSettings known = encrypted().build();
        LdapSettings moved = new LdapSettings(
                true,
                known.label(),
                known.urls(),
                false,
                known.certificates(),
                known.base(),
                known.bindDn(),
                known.bindPassword(),
                "",
                new LdapSettings.User("ou=staff", "(uid={0})", "", "entryUUID", "uid", "cn", ""),
                known.group(),
                new dev.quell.security.outside.RoleGroups(
                        List.of("Quell-Admins", "bosses"), List.of(), List.of(), List.of("*")),
                "PJSIP/",
                known.timeout());

        DirectoryLook look = DirectoryLook.of(moved);

        assertThat(look.people()).contains(new DirectoryLook.People("ou=staff", false, false, false));
        assertThat(look.groups().orElseThrow().unknown()).containsExactly("bosses");
    }
}
