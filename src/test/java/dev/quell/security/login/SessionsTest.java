package dev.quell.security.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.security.people.Account;
import dev.quell.security.people.Accounts;
import dev.quell.security.people.LastAdminException;
import dev.quell.security.people.PasswordHash;
import dev.quell.security.people.PeopleSettings;
import dev.quell.security.people.PeopleSettings.Session;
import dev.quell.security.people.PeopleSettings.SignIn;
import dev.quell.security.people.Role;
import dev.quell.testing.MovingClock;
import dev.quell.testing.People;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;

class SessionsTest {

    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final MovingClock clock = new MovingClock(START);
    private final Accounts accounts = new Accounts(new People());
    private final Sessions sessions = new Sessions(
            accounts,
            new PeopleSettings(
                    new Session(Duration.ofMinutes(30), Duration.ofHours(1)),
                    new SignIn(
                            new SignIn.Account(5, Duration.ofMinutes(5)),
                            new SignIn.Strangers(20, Duration.ofHours(1)),
                            new SignIn.Address(300, Duration.ofMinutes(5)),
                            new SignIn.Directory(4, Duration.ofHours(1))),
                    10,
                    Duration.ofHours(24),
                    new PeopleSettings.SecondPerson(Duration.ofDays(14))),
            clock);
    private final MockHttpSession session = new MockHttpSession();
    private final Account account = new Account(
            "li",
            "Li Na",
            Set.of(Role.SECURITY),
            Optional.empty(),
            new PasswordHash("{none}"),
            START,
            false,
            START,
            START);

    @BeforeEach
    void signIn() {
        accounts.add(account);
        sessions.begin(session, account);
    }

    private void change(UnaryOperator<Account> as) throws LastAdminException {
        accounts.change("li", as, (before, after) -> List.of());
    }

    private Optional<Account> ask(String... headers) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/now");
        request.setSession(session);
        for (int at = 0; at < headers.length; at += 2) {
            request.addHeader(headers[at], headers[at + 1]);
        }
        return sessions.account(request);
    }

    @Test
    void itHoldsAsLongAsThePersonDoesSomethingInTime() {
        clock.advance(Duration.ofMinutes(30).minus(MOMENT));
        assertThat(ask()).contains(account);
        clock.advance(Duration.ofMinutes(30).minus(MOMENT));
        assertThat(ask()).contains(account);
    }

    @Test
    void itEndsAfterTheIdleTime() {
        clock.advance(Duration.ofMinutes(30));

        assertThat(ask()).isEmpty();
    }

    @Test
    void itEndsAfterItsLongestTimeIdleOrNot() {
        clock.advance(Duration.ofMinutes(25));
        assertThat(ask()).isPresent();
        clock.advance(Duration.ofMinutes(25));
        assertThat(ask()).isPresent();
        clock.advance(Duration.ofMinutes(10).minus(MOMENT));
        assertThat(ask()).isPresent();
        clock.advance(MOMENT);
        assertThat(ask()).isEmpty();
    }

    @Test
    void whatAPageAsksByItselfIsNothingThatThePersonDoes() {
        clock.advance(Duration.ofMinutes(20));
        assertThat(ask("Accept", "text/event-stream")).isPresent();
        assertThat(ask(Sessions.BY_ITSELF, "true")).isPresent();
        clock.advance(Duration.ofMinutes(10));

        assertThat(ask()).isEmpty();
    }

    @Test
    void itEndsWithAnotherPasswordOrWhenTheAccountIsDisabled() throws LastAdminException {
        change(was -> was.withPassword(new PasswordHash("{other}"), false, START.plusMillis(1)));
        assertThat(ask()).isEmpty();

        change(was -> was.withPassword(new PasswordHash("{none}"), false, START));
        assertThat(ask()).isPresent();
        change(was -> was.disabled(true, START.plusMillis(2)));
        assertThat(ask()).isEmpty();
    }

    @Test
    void otherRolesCountAtOnce() throws LastAdminException {
        change(was -> was.as("Li Na", Set.of(Role.AUDITOR), Optional.empty(), START.plusMillis(1)));

        assertThat(ask().orElseThrow().roles()).containsExactly(Role.AUDITOR);
    }

    @Test
    void aSessionThatNobodyBeganIsNone() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/now");
        request.setSession(new MockHttpSession());

        assertThat(sessions.account(request)).isEmpty();
        assertThat(sessions.account(new MockHttpServletRequest("GET", "/now"))).isEmpty();
    }
}
