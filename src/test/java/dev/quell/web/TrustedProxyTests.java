package dev.quell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Behind a proxy with TLS on the same machine that the settings name. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "quell.asterisk.agi.port=0",
            "quell.people.password-cost=10",
            "quell.people.sign-in.address.burst=3",
            "quell.http.trusted-proxies=127.0.0.1"
        })
@DirtiesContext
class TrustedProxyTests {

    @TempDir
    static Path directory;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("quell.data-directory", directory::toString);
    }

    private String attempt(String address) {
        Browser browser = new Browser(port);
        String form = browser.get("/login").body();
        return Browser.to(
                browser.post("/login", form, Map.of("name", "nobody", "password", "x"), "X-Forwarded-For", address));
    }

    @Test
    void limitsGoByThePersonsAddressAndNotByWhatThePersonClaims() {
        for (int i = 0; i < 3; i++) {
            assertThat(attempt("192.0.2." + i + ", 198.51.100.7")).isEqualTo("/login?wrong");
        }
        assertThat(attempt("198.51.100.7")).startsWith("/login?wait=");
        assertThat(attempt("198.51.100.8")).isEqualTo("/login?wrong");
    }

    @Test
    void cookiesAreForEncryptedConnectionsWhereThePersonsIsOne() {
        List<String> encrypted = new Browser(port)
                .get("/login?lang=en", "X-Forwarded-For", "198.51.100.7", "X-Forwarded-Proto", "https")
                .headers()
                .allValues("Set-Cookie");
        List<String> plain = new Browser(port)
                .get("/login?lang=en", "X-Forwarded-For", "198.51.100.7", "X-Forwarded-Proto", "http")
                .headers()
                .allValues("Set-Cookie");

        assertThat(encrypted).hasSize(2).allMatch(cookie -> cookie.contains("Secure"));
        assertThat(plain).hasSize(2).noneMatch(cookie -> cookie.contains("Secure"));
    }

    @Test
    void theProxyItselfIsNoNeighbour() {
        assertThat(new Browser(port).get("/actuator/prometheus").statusCode()).isEqualTo(401);
        assertThat(new Browser(port)
                        .get("/actuator/prometheus", "X-Forwarded-For", "127.0.0.1")
                        .statusCode())
                .isEqualTo(401);
        assertThat(new Browser(port).get("/actuator/health").statusCode()).isEqualTo(200);
    }
}
