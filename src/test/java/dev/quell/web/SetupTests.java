package dev.quell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The first start: a link, once, to the first account. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"quell.asterisk.agi.port=0", "quell.people.password-cost=10"})
@DirtiesContext
class SetupTests {

    @TempDir
    static Path directory;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("quell.data-directory", directory::toString);
    }

    @Test
    void theLinkMakesTheFirstAccountOnce() throws IOException {
        Path file = directory.resolve("set-up-link");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        String link = URI.create(Files.readString(file).strip()).getPath();
        Browser browser = new Browser(port);
        String form = browser.get(link).body();
        Map<String, String> right = Map.of(
                "name",
                "Admin.One",
                "fullName",
                "One",
                "password",
                "four words that fit",
                "repeated",
                "four words that fit");

        assertThat(browser.get("/setup/guessed").statusCode()).isEqualTo(404);
        assertThat(browser.post("/setup/guessed", form, right).statusCode()).isEqualTo(404);
        assertThat(browser.post(link, form, Map.of("name", "a", "fullName", "One", "password", "x", "repeated", "x"))
                        .body())
                .contains("role=\"alert\"");
        assertThat(Browser.to(browser.post(link, form, right))).isEqualTo("/login");
        assertThat(file).doesNotExist();
        assertThat(browser.get(link).statusCode()).isEqualTo(404);
        assertThat(browser.post(link, form, right).statusCode()).isEqualTo(404);
        assertThat(Browser.to(browser.signIn("admin.one", "four words that fit")))
                .isEqualTo("/now");
    }
}
