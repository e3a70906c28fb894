package dev.quell.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.cli.Commands;
import dev.quell.cli.Invocation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Accounts over REST, and by {@code quell people}. */
class AccountsTests extends RunningService {

    private static final String PASSWORD = "four words that fit";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private HttpResponse<String> make(String name, String roles, String password) {
        return post(
                "/api/v1/accounts",
                "{\"name\": \"" + name + "\", \"fullName\": \"李娜\", \"roles\": \"" + roles + "\", \"password\": \""
                        + password + "\"}");
    }

    private HttpResponse<String> change(String name, String body) {
        return send(
                "PATCH",
                "/api/v1/accounts/" + name,
                body,
                "Authorization",
                "Bearer " + TOKEN,
                "Content-Type",
                "application/json");
    }

    private int run(String input, String... words) throws IOException {
        List<String> all = new ArrayList<>(List.of("people"));
        all.addAll(List.of(words));
        all.add("--server.port=" + port);
        all.add("--quell.api.token-file=" + Files.writeString(folder.resolve("token"), TOKEN));
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream((input + "\n").getBytes(StandardCharsets.UTF_8)));
        try {
            return Commands.run(
                    Invocation.of(all.toArray(String[]::new)), new PrintWriter(out), new PrintWriter(err), clock);
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void anAccountIsMadeAndShownWithoutAnythingOfItsPassword() {
        HttpResponse<String> made = make("rest.li", "agent security", PASSWORD);

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(json(made).get("roles").valueStream())
                .extracting(JsonNode::asString)
                .containsExactly("agent", "security");
        assertThat(get("/api/v1/accounts").body())
                .contains("rest.li")
                .doesNotContain(PASSWORD)
                .doesNotContain("bcrypt");
        assertProblem(make("rest.li", "agent", PASSWORD), 409, "There is an account of that name already.");
    }

    @Test
    void faultsAreNamedAllAtOnce() {
        assertThat(faults(make("Li", "boss", "short")))
                .hasSize(3)
                .anyMatch(fault -> fault.startsWith("name: takes 2 to 40 small letters"))
                .anyMatch(fault -> fault.startsWith("roles: 'boss' is no role"))
                .anyMatch(fault -> fault.startsWith("password: is too short"));
    }

    @Test
    void anotherPasswordEndsTheSessionsAndOtherRolesCountAtOnce() {
        make("rest.wang", "auditor", PASSWORD);
        Browser browser = new Browser(port);
        browser.signIn("rest.wang", PASSWORD);
        assertThat(Browser.to(browser.get("/people"))).isEqualTo("/account");
        chooseOwn(browser);
        assertThat(browser.get("/people").statusCode()).isEqualTo(403);

        change("rest.wang", "{\"roles\": \"agent\"}");
        assertThat(Browser.to(browser.get("/"))).isEqualTo("/agent");
        change("rest.wang", "{\"password\": \"five other words that fit\"}");
        assertThat(Browser.to(browser.get("/"))).isEqualTo("/login");
    }

    private static void chooseOwn(Browser browser) {
        String own = "a password of my own";
        browser.post(
                "/account", browser.get("/account").body(), Map.of("old", PASSWORD, "password", own, "repeated", own));
    }

    @Test
    void whoeverIsLockedOutIsLetInByTheShell() throws IOException {
        assertThat(run(PASSWORD, "add", "cli.li", "--role", "agent", "--agent", "PJSIP/1001", "--full-name", "Li"))
                .as(err.toString())
                .isZero();
        assertThat(run("", "disable", "cli.li")).isZero();
        assertThat(run("", "list")).isZero();
        assertThat(out.toString()).containsPattern("cli\\.li +agent +PJSIP/1001 +disabled +Li");
        assertThat(run("five other words that fit", "reset", "cli.li")).isZero();

        Browser browser = new Browser(port);
        assertThat(Browser.to(browser.signIn("cli.li", "five other words that fit")))
                .isEqualTo("/agent");
        assertThat(Browser.to(browser.get("/agent"))).isEqualTo("/account");
    }

    @Test
    void theShellSaysWhatIsWrong() throws IOException {
        assertThat(run("short", "add", "cli.wang", "--role", "agent")).isEqualTo(1);
        assertThat(err.toString()).contains("quell: nothing was changed").contains("password: is too short");

        assertThat(run("", "disable", "nobody")).isEqualTo(1);
        assertThat(err.toString()).contains("There is no account of that name.");
    }
}
