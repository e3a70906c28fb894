package dev.quell.security.outside.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quell.security.outside.Outsider;
import dev.quell.security.outside.TurnedAway;
import dev.quell.security.outside.TurnedAway.Why;
import dev.quell.security.people.Role;
import dev.quell.security.people.TooBusyException;
import dev.quell.security.people.Turn;
import dev.quell.security.people.Way;
import dev.quell.testing.MovingClock;
import dev.quell.testing.servers.NeedsSlapd;
import dev.quell.testing.servers.SlapdServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and passwords, tried against a real OpenLDAP. */
@NeedsSlapd
@Timeout(60)
class DirectoryTest {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    @TempDir
    static Path folder;

    private static SlapdServer server;

    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-23T08:00:00Z"));
    private final List<Directory> opened = new ArrayList<>();

    @BeforeAll
    static void start() {
        server = SlapdServer.start(folder, Path.of("src/test/resources/security/people.ldif"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void close() {
        opened.forEach(Directory::close);
    }

    private Directory directory(LdapBuilder wanted) {
        Directory made = new Directory(wanted.build(), clock);
        opened.add(made);
        return made;
    }

    private static LdapBuilder encrypted() {
        return new LdapBuilder().url(server.encryptedUrl()).certificates(server.certificate());
    }

    private static Optional<Outsider> ask(Directory directory, String name, String password) {
        try {
            return directory.check(name, password, Turn.STRANGER, entry -> {});
        } catch (TooBusyException e) {
            throw new AssertionError(e);
        }
    }

    private static void isAway(Directory directory) {
        assertThatThrownBy(() -> ask(directory, "wang.wei", "wang-pass"))
                .isInstanceOfSatisfying(TurnedAway.class, away -> {
                    assertThat(away.why()).isEqualTo(Why.AWAY);
                    assertThat(away.way()).isEqualTo(Way.LDAP);
                });
    }

    @Test
    void whoeverHasThePasswordIsToldWithWhatTheGroupsGive() {
        Outsider wang = ask(directory(encrypted()), "Wang.Wei", "wang-pass").orElseThrow();

        assertThat(wang.identity().way()).isEqualTo(Way.LDAP);
        assertThat(wang.identity().issuer()).isEqualTo("ldap:dc=example,dc=org");
        assertThat(wang.identity().subject()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(wang.name()).isEqualTo("wang.wei");
        assertThat(wang.fullName()).isEqualTo("Wang Wei");
        assertThat(wang.roles()).containsExactlyInAnyOrder(Role.ADMIN, Role.AGENT);
        assertThat(wang.agent()).contains("PJSIP/1002");
        assertThat(wang.namesAgents()).isTrue();
        assertThat(ask(directory(encrypted()), "li.na", "li-pass").orElseThrow().agent())
                .contains("PJSIP/1001");
    }

    @Test
    void whoeverIsInNoGroupThatHasARoleHasNone() {
        assertThat(ask(directory(encrypted()), "cook", "cook-pass")
                        .orElseThrow()
                        .roles())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "wang.wei, li-pass",
        "wang.wei, ''",
        "nobody, wang-pass",
        "'', wang-pass",
        "*, wang-pass",
        "wang*, wang-pass",
        "wang.wei)(uid=*, wang-pass",
        "'wang.wei,ou=people', wang-pass",
        "'odd\\2aname', odd-pass"
    })
    void whatDoesNotFitIsNobody(String name, String password) {
        assertThat(ask(directory(encrypted()), name, password)).isEmpty();
        assertThat(ask(directory(encrypted().pattern("uid={0},ou=people")), name, password))
                .isEmpty();
    }

    @Test
    void aNameWithLettersThatMeanSomethingIsThatNameAlone() {
        assertThat(ask(directory(encrypted()), "odd*name", "odd-pass")).isPresent();
        assertThat(ask(directory(encrypted().pattern("uid={0},ou=people")), "odd*name", "odd-pass"))
                .isPresent();
    }

    @Test
    void aPatternFindsPeopleWithoutASearch() {
        Outsider li = ask(directory(encrypted().pattern("uid={0},ou=people")), "li.na", "li-pass")
                .orElseThrow();

        assertThat(li.roles()).containsExactly(Role.AGENT);
        assertThat(li.identity())
                .isEqualTo(ask(directory(encrypted()), "li.na", "li-pass")
                        .orElseThrow()
                        .identity());
    }

    @Test
    void groupsAreReadFromThePersonWhereSheHasThem() {
        server.member("cn=agents,ou=groups", "uid=cook,ou=people", true);
        try {
            assertThat(ask(directory(encrypted().memberOf("memberOf")), "cook", "cook-pass")
                            .orElseThrow()
                            .roles())
                    .containsExactly(Role.AGENT);
        } finally {
            server.member("cn=agents,ou=groups", "uid=cook,ou=people", false);
        }
    }

    @Test
    void aGroupThatIsCalledSoElsewhereGivesNothing() {
        assertThat(ask(directory(encrypted()), "comma", "comma-pass")
                        .orElseThrow()
                        .roles())
                .isEmpty();

        List<String> groups =
                List.of("cn=quell-admins,ou=teams,ou=people", "cn=the club,ou=groups", "cn=agents,ou=groups");
        groups.forEach(group -> server.member(group, "uid=cook,ou=people", true));
        try {
            for (LdapBuilder wanted : List.of(encrypted(), encrypted().memberOf("memberOf"))) {
                assertThat(ask(directory(wanted), "cook", "cook-pass")
                                .orElseThrow()
                                .roles())
                        .containsExactly(Role.AGENT);
            }
        } finally {
            groups.forEach(group -> server.member(group, "uid=cook,ou=people", false));
        }
    }

    @Test
    void anotherGroupCountsAtTheNextSignIn() {
        Directory directory = directory(encrypted());
        assertThat(ask(directory, "li.na", "li-pass").orElseThrow().roles()).containsExactly(Role.AGENT);

        server.member("cn=Quell-Admins,ou=groups", "uid=li.na,ou=people", true);
        assertThat(ask(directory, "li.na", "li-pass").orElseThrow().roles()).isEqualTo(Set.of(Role.ADMIN, Role.AGENT));

        server.member("cn=Quell-Admins,ou=groups", "uid=li.na,ou=people", false);
        assertThat(ask(directory, "li.na", "li-pass").orElseThrow().roles()).containsExactly(Role.AGENT);
    }

    @Test
    void aPlainConnectionIsEncryptedBeforeAnythingIsSaid() {
        LdapBuilder wanted = new LdapBuilder().url(server.url()).startTls().certificates(server.certificate());

        assertThat(ask(directory(wanted), "li.na", "li-pass").orElseThrow().roles())
                .containsExactly(Role.AGENT);
        assertThat(ask(directory(wanted), "li.na", "wang-pass")).isEmpty();
    }

    @Test
    void aCertificateOfAStrangerEndsIt() {
        isAway(directory(new LdapBuilder().url(server.encryptedUrl())));
        isAway(directory(new LdapBuilder().url(server.url()).startTls()));
    }

    @Test
    void aCertificateOfAnotherHostEndsIt() {
        isAway(directory(encrypted().only(server.encryptedUrl().replace("localhost", "127.0.0.1"))));
        isAway(directory(
                encrypted().only(server.url().replace("localhost", "127.0.0.1")).startTls()));
    }

    /** None of them may in, and nobody else notices: there is no pause after it. */
    @ParameterizedTest
    @CsvSource({
        "nopass, x",
        "broken, x",
        "sasl, x",
        "reset, reset-pass",
        "locked, locked-pass",
    })
    void anEntryWithAFaultKeepsNobodyElseOut(String name, String password) {
        for (LdapBuilder wanted : List.of(
                encrypted(),
                encrypted().pattern("uid={0},ou=people"),
                new LdapBuilder().url(server.url()).startTls().certificates(server.certificate()))) {
            Directory directory = directory(wanted);
            assertThat(refused(directory, name, password)).as(name).isTrue();
            assertThat(ask(directory, "li.na", "li-pass")).isPresent();
        }
    }

    /** Whether somebody is refused in a way that counts as a failed try. */
    private static boolean refused(Directory directory, String name, String password) {
        try {
            return ask(directory, name, password).isEmpty();
        } catch (TurnedAway e) {
            return e.isCounted();
        }
    }

    @Test
    void anEntryThatHasNoIdentityHoldsUpNobody() {
        Directory directory = directory(encrypted().subject("employeeNumber"));
        assertThat(refused(directory, "cook", "cook-pass")).isTrue();
        assertThat(ask(directory, "numbered", "numbered-pass")).isPresent();
    }

    @Test
    void aSearcherWhomItDoesNotKnowFindsNobody() {
        isAway(directory(encrypted().bindPassword("another")));
    }

    @Test
    void anAttributeThatItDoesNotShowIsNoIdentity() {
        isAway(directory(encrypted().subject("objectGUID")));
    }

    @Test
    void oneThatIsGoneIsAwayUntilItIsBackAndAskedAgain() {
        Directory directory = directory(encrypted());
        server.kill();
        try {
            isAway(directory);
        } finally {
            server.restart();
        }

        isAway(directory);
        clock.advance(PAUSE.minusMillis(1));
        isAway(directory);
        clock.advance(Duration.ofMillis(1));
        assertThat(ask(directory, "li.na", "li-pass")).isPresent();
    }

    @Test
    void theNextServerIsAskedWhenOneIsGone() {
        LdapBuilder wanted = encrypted().only("ldaps://localhost:1").url(server.encryptedUrl());

        assertThat(ask(directory(wanted), "li.na", "li-pass")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ldaps", "ldap"})
    void oneThatHangsIsAwayForAllWhoWait(String scheme) throws Exception {
        Directory directory = directory((scheme.equals("ldaps")
                        ? encrypted()
                        : new LdapBuilder().url(server.url()).startTls().certificates(server.certificate()))
                .hasty());
        server.freeze();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> waiting = new ArrayList<>();
            for (int i = 0; i < Turn.values().length + 4; i++) {
                waiting.add(() -> {
                    isAway(directory);
                    return "away";
                });
            }
            for (Future<String> each : people.invokeAll(waiting)) {
                assertThat(each.get()).isEqualTo("away");
            }
        } finally {
            server.thaw();
        }

        clock.advance(PAUSE);
        assertThat(ask(directory, "li.na", "li-pass")).isPresent();
    }

    @Test
    void oneThatTakesConnectionsAndSaysNothingIsAway() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            isAway(directory(encrypted().hasty().only("ldaps://localhost:" + silent.getLocalPort())));
            isAway(directory(encrypted()
                    .hasty()
                    .only("ldap://localhost:" + silent.getLocalPort())
                    .startTls()));
        }
    }
}
