package dev.quell.security.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import dev.quell.security.audit.Audit;
import dev.quell.security.audit.AuditLog;
import dev.quell.security.outside.Outsider;
import dev.quell.security.outside.Outsiders;
import dev.quell.security.outside.PasswordService;
import dev.quell.security.outside.Refusals;
import dev.quell.security.outside.TurnedAway;
import dev.quell.security.people.Account;
import dev.quell.security.people.Accounts;
import dev.quell.security.people.Identity;
import dev.quell.security.people.Passwords;
import dev.quell.security.people.PeopleSettings;
import dev.quell.security.people.PeopleSettings.Session;
import dev.quell.security.people.PeopleSettings.SignIn.Address;
import dev.quell.security.people.PeopleSettings.SignIn.Strangers;
import dev.quell.security.people.QuickPasswords;
import dev.quell.security.people.Role;
import dev.quell.security.people.TooBusyException;
import dev.quell.security.people.Way;
import dev.quell.share.LocalRateLimits;
import dev.quell.testing.MovingClock;
import dev.quell.testing.People;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Which limits a sign-in falls under. */
class SignInTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final String RIGHT = "four words that fit";
    private static final String DESK = "198.51.100.1";

    private final MovingClock clock = new MovingClock(NOW);
    private final Accounts accounts = new Accounts(new People());
    private final Semaphore checks = new Semaphore(1_000_000);
    private final Passwords passwords = QuickPasswords.make(checks::acquireUninterruptibly);
    private final StaticListableBeanFactory directory = new StaticListableBeanFactory();
    private final DeviceCookie devices = DeviceCookieTest.devices();
    private final PeopleSettings settings = new PeopleSettings(
            new Session(Duration.ofMinutes(30), Duration.ofHours(12)),
            new PeopleSettings.SignIn(
                    new PeopleSettings.SignIn.Account(5, FIVE_MINUTES),
                    new Strangers(20, Duration.ofHours(1)),
                    new Address(60, FIVE_MINUTES),
                    new PeopleSettings.SignIn.Directory(4, Duration.ofHours(1))),
            10,
            Duration.ofHours(1),
            new PeopleSettings.SecondPerson(Duration.ofDays(14)));
    private final SignIn signIn = new SignIn(
            accounts,
            passwords,
            new LocalRateLimits(clock),
            settings,
            devices,
            new Elsewhere(directory.getBeanProvider(PasswordService.class), outsiders(), settings));

    private Cookie[] cookies = {};

    private Outsiders outsiders() {
        Audit audit = new Audit(mock(AuditLog.class), clock);
        return new Outsiders(
                accounts, new Refusals(audit, new LocalRateLimits(clock), new SimpleMeterRegistry()), clock);
    }

    @BeforeEach
    void someone() throws TooBusyException {
        accounts.add(new Account(
                "li", "Li", Set.of(Role.ADMIN), Optional.empty(), passwords.hash(RIGHT), NOW, false, NOW, NOW));
    }

    @AfterEach
    void end() {
        RequestContextHolder.resetRequestAttributes();
        passwords.destroy();
    }

    /** in, wrong, or how many seconds to wait. */
    private String ask(String name, String password, String address) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/login");
        request.setRemoteAddr(address);
        request.setCookies(cookies);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        try {
            String in = signIn.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(name, password))
                    .getName();
            return in.equals("li") ? "in" : "in as " + in;
        } catch (TurnedAway e) {
            return e.why().word();
        } catch (SignInRefused e) {
            return e.waiting().isZero() ? "wrong" : Long.toString(e.waiting().toSeconds());
        }
    }

    private void atAKnownBrowser() {
        atAKnownBrowser("li");
    }

    private void atAKnownBrowser(String name) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        devices.give(new MockHttpServletRequest(), response, accounts.find(name).orElseThrow());
        cookies = new Cookie[] {
            new Cookie(DeviceCookie.NAME, response.getCookie(DeviceCookie.NAME).getValue())
        };
    }

    @Test
    void aTextThatIsNoPasswordIsWrongBeforeAnythingIsDoneWithIt() {
        String marks = "a" + "\u0300\u0316".repeat(200);

        for (int i = 0; i < 5; i++) {
            assertThat(ask("li", marks, DESK)).isEqualTo("wrong");
        }
        assertThat(ask("li", marks, DESK)).isEqualTo("60");
        assertThat(ask("nobody", marks, DESK)).isEqualTo("wrong");
    }

    @Test
    void strangersOfManyAddressesTogetherTryAnAccountTwentyTimesAnHour() {
        for (int i = 0; i < 20; i++) {
            assertThat(ask("li", "no", "203.0.113." + i)).isEqualTo("wrong");
        }
        assertThat(ask("li", RIGHT, "203.0.113.99")).isEqualTo("180");

        atAKnownBrowser();
        assertThat(ask("li", RIGHT, "203.0.113.99")).isEqualTo("in");
    }

    @Test
    void oneAddressFailsSixtyTimesWhateverTheNamesAndKnownBrowsersAreNotAskedForIt() {
        for (int i = 0; i < 60; i++) {
            assertThat(ask("nobody" + i, "no", DESK)).isEqualTo("wrong");
        }
        assertThat(ask("li", RIGHT, DESK)).isEqualTo("5");
        assertThat(ask("li", RIGHT, "198.51.100.2")).isEqualTo("in");

        atAKnownBrowser();
        assertThat(ask("li", RIGHT, DESK)).isEqualTo("in");
    }

    @Test
    void aSlash64IsOneAddress() {
        for (int i = 0; i < 5; i++) {
            assertThat(ask("li", "no", "2001:db8:1:2::" + i)).isEqualTo("wrong");
        }
        assertThat(ask("li", RIGHT, "2001:db8:1:2:ffff::1")).isEqualTo("60");
        assertThat(ask("li", RIGHT, "2001:db8:1:3::1")).isEqualTo("in");
    }

    @Test
    void whatFitsCostsNoAttempt() {
        for (int i = 0; i < 100; i++) {
            assertThat(ask("li", RIGHT, DESK)).isEqualTo("in");
        }
        for (int i = 0; i < 5; i++) {
            assertThat(ask("li", "no", DESK)).isEqualTo("wrong");
        }
        assertThat(ask("li", RIGHT, DESK)).isEqualTo("60");
    }

    @Test
    void aKnownBrowserHasALimitOfItsOwn() {
        atAKnownBrowser();
        for (int i = 0; i < 5; i++) {
            assertThat(ask("li", "no", DESK)).isEqualTo("wrong");
        }
        assertThat(ask("li", RIGHT, DESK)).isEqualTo("60");

        cookies = new Cookie[] {};
        assertThat(ask("li", RIGHT, DESK)).isEqualTo("in");
    }

    @Test
    void whomNobodyHadTimeForHasLostNoAttempt() {
        int all = checks.drainPermits();
        for (int i = 0; i < 9; i++) {
            Thread.currentThread().interrupt();
            assertThat(ask("li", RIGHT, DESK)).isEqualTo("5");
            assertThat(Thread.interrupted()).isTrue();
        }
        checks.release(all);

        for (int i = 0; i < 5; i++) {
            assertThat(ask("li", "no", DESK)).isEqualTo("wrong");
        }
    }

    /** A directory where everybody's password is {@code there}. */
    private void withADirectory(List<String> asked) {
        directory.addBean("directory", (PasswordService) (name, password, turn, found) -> {
            String entry = name.replaceFirst("alias of ", "");
            found.accept("uid=" + entry);
            asked.add(name);
            if (name.equals("away")) {
                throw new TurnedAway(Way.LDAP, TurnedAway.Why.AWAY);
            }
            return password.equals("there")
                    ? Optional.of(new Outsider(
                            new Identity(Way.LDAP, "ldap:dc=example", "subject of " + entry),
                            entry,
                            entry,
                            name.equals("cook") ? Set.of() : Set.of(Role.AGENT),
                            Optional.empty(),
                            false))
                    : Optional.empty();
        });
    }

    @Test
    void aDirectoryIsAskedForNamesThatHaveNoPasswordHere() {
        List<String> asked = new ArrayList<>();
        withADirectory(asked);

        assertThat(ask("wang", "there", DESK)).isEqualTo("in as wang");
        assertThat(ask("wang", "there", DESK)).isEqualTo("in as wang");
        assertThat(ask("cook", "there", DESK)).isEqualTo("no-role");
        assertThat(ask("li", "there", DESK)).isEqualTo("wrong");
        assertThat(ask("Li", RIGHT, DESK)).isEqualTo("in");
        assertThat(asked).containsExactly("wang", "wang", "cook");
    }

    @Test
    void passwordsOfADirectoryAreLimitedAlikeAndOneThatIsAwayCostsNothing() {
        List<String> asked = new ArrayList<>();
        withADirectory(asked);
        for (int i = 0; i < 20; i++) {
            assertThat(ask("away", "there", DESK)).isEqualTo("away");
            assertThat(ask("wang", "there", DESK)).isEqualTo("in as wang");
        }
        asked.clear();

        for (String name : List.of("wang", "WANG ", "CORP\\wang", "wang@corp")) {
            assertThat(ask(name, "no", DESK)).isEqualTo("wrong");
        }
        assertThat(ask("w\u00e1ng", "there", "198.51.100.2")).isEqualTo("900");
        assertThat(asked).hasSize(4);

        clock.advance(Duration.ofMinutes(15));
        assertThat(ask("wang", "no", DESK)).isEqualTo("wrong");
        assertThat(ask("wang", "no", DESK)).isEqualTo("900");
    }

    @Test
    void oneEntryOfADirectoryThatGoesByManyNamesIsOne() {
        List<String> asked = new ArrayList<>();
        withADirectory(asked);
        for (int i = 0; i < 2; i++) {
            assertThat(ask("wang", "no", DESK)).isEqualTo("wrong");
            assertThat(ask("alias of wang", "no", DESK)).isEqualTo("wrong");
        }
        asked.clear();

        assertThat(ask("wang", "there", DESK)).isEqualTo("900");
        assertThat(ask("alias of wang", "there", DESK)).isEqualTo("900");
        assertThat(asked).isEmpty();
        // Whoever was stopped at the entry has lost no try of the name.
        clock.advance(Duration.ofMinutes(30));
        assertThat(ask("wang", "no", DESK)).isEqualTo("wrong");
        assertThat(ask("alias of wang", "there", DESK)).isEqualTo("in as wang");
    }

    @Test
    void aBrowserThatIsKnownForAnAccountOfADirectoryHasItsOwnFew() {
        List<String> asked = new ArrayList<>();
        withADirectory(asked);
        assertThat(ask("wang", "there", DESK)).isEqualTo("in as wang");
        for (int i = 0; i < 4; i++) {
            assertThat(ask("wang", "no", DESK)).isEqualTo("wrong");
        }
        assertThat(ask("wang", "there", DESK)).isEqualTo("900");

        atAKnownBrowser("wang");
        assertThat(ask("wang", "there", DESK)).isEqualTo("in as wang");
        for (int i = 0; i < 4; i++) {
            assertThat(ask("wang", "no", DESK)).isEqualTo("wrong");
        }
        assertThat(ask("wang", "there", DESK)).isEqualTo("900");
    }

    @Test
    void aDisabledAccountIsWrong() throws Exception {
        accounts.add(new Account(
                "wang", "Wang", Set.of(Role.AGENT), Optional.empty(), passwords.hash(RIGHT), NOW, true, NOW, NOW));

        assertThat(ask("wang", RIGHT, DESK)).isEqualTo("wrong");
    }
}
