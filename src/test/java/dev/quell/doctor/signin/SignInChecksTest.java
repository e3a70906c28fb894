package dev.quell.doctor.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.quell.doctor.finding.Check;
import dev.quell.doctor.finding.Finding;
import dev.quell.doctor.finding.Findings;
import dev.quell.doctor.finding.Level;
import dev.quell.security.outside.ldap.DirectoryLook;
import dev.quell.security.outside.oidc.ProviderLook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.naming.AuthenticationException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.env.MockEnvironment;

/** What is said of a provider and a directory by what is seen of them. */
class SignInChecksTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final String ISSUER = "https://login.example.org";

    private static List<Finding> findings(Check check) {
        Findings findings = new Findings().at(check.name());
        try {
            check.look(findings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return findings.all();
    }

    private static List<Finding> of(Supplier<ProviderLook> look) {
        return findings(new ProviderCheck(look, CLOCK));
    }

    private static List<Finding> of(DirectoryLook look) {
        return findings(new DirectoryCheck(() -> look));
    }

    private static ProviderLook provider(String named, boolean proof, int keys, boolean client, Duration left) {
        return new ProviderLook(
                ISSUER,
                named,
                List.of(),
                Optional.of(proof),
                List.of(),
                keys,
                Optional.of(client),
                Optional.of(NOW.plus(left)),
                List.of());
    }

    @Test
    void whatIsTurnedOffIsNotLookedAt() {
        assertThat(SignInChecks.of(new MockEnvironment(), CLOCK)).isEmpty();
    }

    @Test
    void aProviderThatIsWellIsWell() {
        assertThat(of(() -> provider(ISSUER, true, 2, true, Duration.ofDays(15))))
                .extracting(Finding::level, Finding::found)
                .containsExactly(
                        tuple(Level.OK, ISSUER + " answers, keys: 2"),
                        tuple(Level.OK, "it knows this client and its secret"));
    }

    @Test
    void eachFaultOfAProvidersIsToldWithWhatToDo() {
        assertThat(of(() -> provider(ISSUER + "/", false, 0, false, Duration.ofDays(13))))
                .extracting(Finding::level)
                .containsExactly(Level.FAULT, Level.FAULT, Level.FAULT, Level.FAULT, Level.WARN);
        assertThat(of(() -> new ProviderLook(
                        ISSUER,
                        ISSUER,
                        List.of("jwks_uri"),
                        Optional.empty(),
                        List.of("groups"),
                        -1,
                        Optional.empty(),
                        Optional.empty(),
                        List.of("admin"))))
                .extracting(Finding::level, Finding::found)
                .containsExactly(
                        tuple(
                                Level.FAULT,
                                "its configuration names no jwks_uri that is https, or http of this machine"),
                        tuple(Level.WARN, "it does not list these scopes: groups"),
                        tuple(
                                Level.OK,
                                "no group gives admin (quell.sign-in.oidc.roles): only accounts with a password here have such a role"));
    }

    static Stream<Arguments> troubles() {
        return Stream.of(
                Arguments.of(new SSLHandshakeException("no path"), "quell.sign-in.oidc.certificates"),
                Arguments.of(new UnknownHostException("x"), "known to no DNS"),
                Arguments.of(new ConnectException("refused"), "nobody listens there"),
                Arguments.of(new HttpTimeoutException("slow"), "quell.sign-in.oidc.timeout"),
                Arguments.of(new NoSuchFileException("/ca.pem"), "a file that quell.sign-in.oidc names"),
                Arguments.of(new IOException("it answers 404"), "quell.sign-in.oidc.issuer"));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void whyItCannotBeAskedSaysWhatToDo(IOException why, String todo) {
        List<Finding> found = of(() -> {
            throw new UncheckedIOException(why);
        });

        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.level()).isEqualTo(Level.FAULT);
            assertThat(finding.found()).contains(why.getMessage());
            assertThat(finding.todo()).contains(todo);
        });
    }

    private static DirectoryLook directory(DirectoryLook.People people, DirectoryLook.Groups groups) {
        return new DirectoryLook(
                List.of(new DirectoryLook.Server("ldaps://a", Optional.empty())),
                Optional.of(people),
                Optional.of(groups),
                List.of());
    }

    @Test
    void aDirectoryThatIsWellIsWell() {
        assertThat(of(directory(
                        new DirectoryLook.People("ou=people", true, true, true),
                        new DirectoryLook.Groups("ou=groups", true, 3, List.of()))))
                .extracting(Finding::level)
                .containsOnly(Level.OK)
                .hasSize(3);
    }

    @Test
    void eachFaultOfADirectorysIsToldWithWhatToDo() {
        assertThat(of(directory(
                        new DirectoryLook.People("ou=staff", false, false, false),
                        new DirectoryLook.Groups("ou=groups", true, 3, List.of("bosses")))))
                .extracting(Finding::level, Finding::found)
                .contains(
                        tuple(Level.FAULT, "there is no 'ou=staff' below the base, where people are looked for"),
                        tuple(Level.WARN, "a role is given to the group 'bosses', which is not there"));
        assertThat(of(directory(
                        new DirectoryLook.People("", true, false, false),
                        new DirectoryLook.Groups("ou=groups", false, 0, List.of()))))
                .filteredOn(finding -> finding.level() == Level.FAULT)
                .hasSize(2);
        assertThat(of(directory(
                        new DirectoryLook.People("", true, true, false),
                        new DirectoryLook.Groups("ou=groups", true, 0, List.of()))))
                .filteredOn(finding -> finding.level() == Level.FAULT)
                .hasSize(2);
    }

    @Test
    void aServerThatRefusesWhoSearchesSaysWhichSettings() {
        DirectoryLook look = new DirectoryLook(
                List.of(new DirectoryLook.Server(
                        "ldaps://a",
                        Optional.of(new IllegalStateException(new AuthenticationException("error code 49"))))),
                Optional.empty(),
                Optional.empty(),
                List.of());

        assertThat(of(look)).singleElement().satisfies(finding -> {
            assertThat(finding.found()).contains("ldaps://a cannot be asked: error code 49");
            assertThat(finding.todo()).contains("quell.sign-in.ldap.bind-dn");
        });
    }
}
