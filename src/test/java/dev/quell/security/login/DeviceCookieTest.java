package dev.quell.security.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.security.Cookies;
import dev.quell.security.people.Account;
import dev.quell.security.people.PasswordHash;
import dev.quell.security.people.Role;
import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class DeviceCookieTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final DeviceCookie devices = devices();
    private Cookie[] cookies = {};

    static DeviceCookie devices() {
        return new DeviceCookie(Cookies.safe(false));
    }

    private static Account account(String name) {
        return new Account(
                name,
                name,
                Set.of(Role.AGENT),
                Optional.empty(),
                new PasswordHash("{way}" + name),
                NOW,
                false,
                NOW,
                NOW);
    }

    private MockHttpServletRequest request() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setCookies(cookies);
        return request;
    }

    private Cookie give(Account account) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        devices.give(request(), response, account);
        Cookie given = response.getCookie(DeviceCookie.NAME);
        cookies = new Cookie[] {new Cookie(DeviceCookie.NAME, given.getValue())};
        return given;
    }

    private boolean knows(Account account) {
        return devices.known(request(), account).isPresent();
    }

    @Test
    void aBrowserIsKnownForTheAccountThatWasThereAndForNoOther() {
        assertThat(knows(account("li"))).isFalse();
        give(account("li"));

        assertThat(knows(account("li"))).isTrue();
        assertThat(knows(account("wang"))).isFalse();
    }

    @Test
    void itEndsWithThePassword() {
        give(account("li"));

        assertThat(knows(account("li").withPassword(new PasswordHash("{way}other"), false, NOW)))
                .isFalse();
    }

    @Test
    void aDeskKnowsTheLastFiveThatSatThere() {
        List<Account> people = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            people.add(account("li" + i));
            give(people.getLast());
        }

        assertThat(people).extracting(this::knows).containsExactly(false, true, true, true, true, true);
        assertThat(cookies[0].getValue()).hasSizeLessThan(400);
    }

    @Test
    void whatIsNoMarkIsNotKept() {
        cookies = new Cookie[] {new Cookie(DeviceCookie.NAME, "x~y.z~" + "a".repeat(5000))};
        assertThat(knows(account("li"))).isFalse();

        assertThat(give(account("li")).getValue()).matches("[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}");
    }

    @Test
    void itIsForEncryptedConnectionsWhereTheSettingsOrTheRequestSaySo() {
        assertThat(give(account("li")).getSecure()).isFalse();

        MockHttpServletResponse response = new MockHttpServletResponse();
        new DeviceCookie(Cookies.safe(true)).give(new MockHttpServletRequest(), response, account("li"));
        assertThat(response.getCookie(DeviceCookie.NAME).getSecure()).isTrue();
        MockHttpServletRequest encrypted = new MockHttpServletRequest();
        encrypted.setSecure(true);
        MockHttpServletResponse answer = new MockHttpServletResponse();
        devices.give(encrypted, answer, account("li"));
        assertThat(answer.getCookie(DeviceCookie.NAME).getSecure()).isTrue();
    }
}
