package dev.quell.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.security.people.Account;
import dev.quell.security.people.Accounts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
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

    @Autowired
    Accounts accounts;

    private static String answer(HttpResponse<String> answer) {
        return answer.statusCode() + " to " + (answer.statusCode() == 302 ? Browser.to(answer) : "");
    }

    /** What two that were sent at once are answered. */
    private List<String> inParallel(String link, Map<String, String> fields) {
        Browser one = new Browser(port);
        Browser other = new Browser(port);
        String oneForm = one.get(link).body();
        String otherForm = other.get(link).body();
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> answer(one.post(link, oneForm, fields)));
        return List.of(answer(other.post(link, otherForm, fields)), first.join());
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
        String tooLong = "a" + "\u0300\u0316".repeat(300);
        Map<String, String> longer =
                Map.of("name", "admin.one", "fullName", "One", "password", tooLong, "repeated", tooLong);

        assertThat(browser.get("/setup/guessed"))
                .returns(404, HttpResponse::statusCode)
                .extracting(HttpResponse::body)
                .asString()
                .startsWith("<!DOCTYPE html>")
                .contains("This link leads nowhere");
        assertThat(browser.post("/setup/guessed", form, right).statusCode()).isEqualTo(404);
        assertThat(browser.post(link, form, Map.of("name", "a", "fullName", "One", "password", "x", "repeated", "x"))
                        .body())
                .contains("role=\"alert\"");
        assertThat(browser.post(link, form, longer).body()).contains("A password has 200 characters at most.");
        assertThat(browser.get("/login?made").body()).doesNotContain("The account is made");
        assertThat(inParallel(link, right)).containsExactlyInAnyOrder("302 to /login?made", "404 to ");
        assertThat(browser.get("/login?made&lang=en").body())
                .contains("The account is made. Sign in with its name and password now.")
                .doesNotContain("There is no account yet");
        assertThat(browser.get("/login?made&lang=zh").body()).contains("账户已创建。请使用该用户名和密码登录。");
        browser.get("/login?lang=en");
        assertThat(accounts.all()).hasSize(1).noneMatch(Account::mustChange);
        assertThat(file).doesNotExist();
        assertThat(browser.get(link))
                .returns(404, HttpResponse::statusCode)
                .extracting(HttpResponse::body)
                .asString()
                .contains("each start of the service makes a new link");
        assertThat(browser.post(link, form, right).statusCode()).isEqualTo(404);
        assertThat(Browser.to(browser.signIn("admin.one", "four words that fit")))
                .isEqualTo("/now");
    }
}
