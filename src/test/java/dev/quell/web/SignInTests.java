package dev.quell.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.quell.security.people.Account;
import dev.quell.security.people.Accounts;
import dev.quell.security.people.Passwords;
import dev.quell.security.people.Role;
import dev.quell.security.people.Staff;
import dev.quell.security.people.Staff.Change;
import dev.quell.security.people.TooBusyException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Signing in and out as a browser does it. */
class SignInTests extends RunningService {

    private static final String PASSWORD = "four words that fit";
    private static int made;

    @Autowired
    Staff staff;

    @Autowired
    Accounts accounts;

    private String name;
    private Browser browser;

    @Autowired
    Passwords passwords;

    @BeforeEach
    void makeAccount() throws TooBusyException {
        name = "li" + ++made;
        accounts.add(account(name, false));
        browser = new Browser(port);
    }

    private Account account(String called, boolean mustChange) throws TooBusyException {
        Instant now = clock.instant();
        return new Account(
                called,
                "Li <b>Na</b>",
                Set.of(Role.ADMIN),
                Optional.empty(),
                passwords.hash(PASSWORD),
                now,
                mustChange,
                false,
                now,
                now);
    }

    @Test
    void nobodyGetsAPageWithoutSigningInAndComesToItAfterwards() {
        assertThat(Browser.to(browser.get("/people?x=1"))).isEqualTo("/login?next=%2Fpeople%3Fx%3D1");
        HttpResponse<String> form = browser.get("/login?next=%2Fpeople%3Fx%3D1");

        HttpResponse<String> in =
                browser.post("/login", form.body(), Map.of("name", name, "password", PASSWORD, "next", "/people?x=1"));

        assertThat(in.statusCode()).isEqualTo(302);
        assertThat(Browser.to(in)).isEqualTo("/people?x=1");
    }

    @Test
    void whereToGoIsNeverAnotherSite() {
        String form = browser.get("/login").body();

        assertThat(Browser.to(browser.post(
                        "/login", form, Map.of("name", name, "password", PASSWORD, "next", "//evil.example"))))
                .isEqualTo("/now");
    }

    @Test
    void theCookiesAreForThisSiteAloneAndForNoScript() {
        List<String> form = browser.get("/login").headers().allValues("Set-Cookie");
        List<String> in = browser.signIn(name, PASSWORD).headers().allValues("Set-Cookie");

        assertThat(form).noneMatch(cookie -> cookie.startsWith("quell-session"));
        assertThat(in)
                .filteredOn(cookie -> !cookie.contains("Max-Age=0"))
                .anyMatch(cookie -> cookie.startsWith("quell-session="))
                .anyMatch(cookie -> cookie.startsWith("quell-device="))
                .allMatch(cookie -> cookie.contains("HttpOnly"))
                .allMatch(cookie ->
                        cookie.contains(cookie.startsWith("quell-device") ? "SameSite=Strict" : "SameSite=Lax"))
                .noneMatch(cookie -> cookie.contains("Secure"));
    }

    @Test
    void aSessionThatSomebodyElseKnowsIsNotSignedIn() {
        browser.signIn(name, PASSWORD);
        String before = browser.cookies.get("quell-session");
        browser.signIn(name, PASSWORD);
        String after = browser.cookies.get("quell-session");

        assertThat(after).isNotEqualTo(before);
        Browser other = new Browser(port);
        other.cookies.put("quell-session", before);
        assertThat(Browser.to(other.get("/"))).isEqualTo("/login");
    }

    @Test
    void aFormOfAnotherSiteChangesNothing() {
        browser.signIn(name, PASSWORD);

        assertThat(browser.post("/logout", "", Map.of()).statusCode()).isEqualTo(403);
        assertThat(Browser.to(browser.get("/"))).isEqualTo("/now");
        assertThat(Browser.to(browser.post("/login", "", Map.of("name", name, "password", PASSWORD))))
                .isEqualTo("/login?again");
    }

    @Test
    void aTokenThatASiblingSiteHasPutIntoACookieForgesNoForm() {
        browser.signIn(name, PASSWORD);
        Browser stranger = new Browser(port);
        String foreign = stranger.get("/login").body();
        browser.cookies.put("quell-csrf", stranger.cookies.get("quell-csrf"));

        assertThat(browser.post("/logout", foreign, Map.of()).statusCode()).isEqualTo(403);
        assertThat(Browser.to(browser.get("/"))).isEqualTo("/now");
        assertThat(stranger.post("/login", foreign, Map.of("name", name, "password", PASSWORD))
                        .statusCode())
                .isEqualTo(302);
    }

    @ParameterizedTest
    @CsvSource({"cross-site, 403", "same-site, 403", "same-origin, 302", "none, 302"})
    void whatTheBrowserCallsForeignChangesNothing(String whence, int status) {
        browser.signIn(name, PASSWORD);
        String page = browser.get("/login").body();

        assertThat(browser.post("/logout", page, Map.of(), "Sec-Fetch-Site", whence)
                        .statusCode())
                .isEqualTo(status);
        assertThat(browser.get("/login", "Sec-Fetch-Site", whence).statusCode()).isEqualTo(200);
    }

    @Test
    void aFormOfASessionThatHasEndedLeadsToSigningIn() {
        browser.signIn(name, PASSWORD);
        String page = browser.get("/login").body();
        browser.cookies.remove("quell-session");

        assertThat(Browser.to(browser.post("/people/tokens", page, Map.of("name", "x"))))
                .isEqualTo("/login?again");
    }

    @Test
    void whoeverHasAPasswordThatAnotherChoseHasToReplaceIt() throws TooBusyException {
        String fresh = name + ".new";
        accounts.add(account(fresh, true));
        browser.signIn(fresh, PASSWORD);

        assertThat(Browser.to(browser.get("/people"))).isEqualTo("/account");
        HttpResponse<String> part = browser.get("/calls", "HX-Request", "true");
        assertThat(part.headers().firstValue("HX-Redirect")).contains("/account");
        HttpResponse<String> page = browser.get("/account");
        assertThat(page.body()).contains("Somebody else chose your password");
        HttpResponse<String> changed = browser.post(
                "/account",
                page.body(),
                Map.of("old", PASSWORD, "password", "words of my very own", "repeated", "words of my very own"));

        assertThat(Browser.to(changed)).isEqualTo("/account?done");
        assertThat(browser.get("/account?done").body())
                .contains("The password is changed.")
                .doesNotContain("Somebody else chose your password");
        assertThat(browser.get("/people").statusCode()).isEqualTo(200);
    }

    @Test
    void anotherPasswordEndsTheOtherSessionsAndKeepsThisOne() {
        Browser other = new Browser(port);
        other.signIn(name, PASSWORD);
        browser.signIn(name, PASSWORD);
        String before = browser.cookies.get("quell-session");

        browser.post(
                "/account",
                browser.get("/account").body(),
                Map.of("old", PASSWORD, "password", "words of my very own", "repeated", "words of my very own"));

        assertThat(Browser.to(browser.get("/"))).isEqualTo("/now");
        assertThat(browser.cookies.get("quell-session")).isNotEqualTo(before);
        assertThat(Browser.to(other.get("/"))).isEqualTo("/login");
        assertThat(json(get("/api/v1/audit?subject=" + name + "&deed=password-set"))
                        .get(0)
                        .get("who")
                        .asString())
                .isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "not the password, words of my own, words of my own, old",
        "four words that fit, four words that fit, four words that fit, unchanged",
        "four words that fit, words of my own, words of my won, repeated",
        "four words that fit, short, short, short",
        "four words that fit, password1234, password1234, common"
    })
    void aPasswordIsNotChangedIf(String old, String fresh, String repeated, String fault) {
        browser.signIn(name, PASSWORD);

        assertThat(Browser.to(browser.post(
                        "/account",
                        browser.get("/account").body(),
                        Map.of("old", old, "password", fresh, "repeated", repeated))))
                .isEqualTo("/account?fault=" + fault);
        assertThat(browser.get("/account?fault=" + fault).body()).contains("role=\"alert\"");
        assertThat(Browser.to(new Browser(port).signIn(name, PASSWORD))).isEqualTo("/now");
    }

    @Test
    void theOldPasswordIsTriedFiveTimesOnly() {
        browser.signIn(name, PASSWORD);
        String page = browser.get("/account").body();
        Map<String, String> wrong =
                Map.of("old", "not the password", "password", "words of my own", "repeated", "words of my own");
        for (int i = 0; i < 5; i++) {
            assertThat(Browser.to(browser.post("/account", page, wrong))).isEqualTo("/account?fault=old");
        }

        assertThat(Browser.to(browser.post("/account", page, wrong))).isEqualTo("/account?fault=often");
    }

    @Test
    void aTextThatIsNoPasswordIsWrong() {
        assertThat(Browser.to(browser.signIn(name, "a" + "\u0300\u0316".repeat(5_000))))
                .isEqualTo("/login?wrong");
    }

    @Test
    void whoeverSignsOutIsOut() {
        browser.signIn(name, PASSWORD);
        Browser copy = new Browser(port);
        copy.cookies.putAll(browser.cookies);

        HttpResponse<String> out = browser.post("/logout", browser.get("/login").body(), Map.of());

        assertThat(Browser.to(out)).isEqualTo("/login?bye");
        assertThat(Browser.to(copy.get("/"))).isEqualTo("/login");
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreToldAlike() {
        assertThat(Browser.to(browser.signIn(name, "not the password"))).isEqualTo("/login?wrong");
        assertThat(Browser.to(browser.signIn("nobody" + name, PASSWORD))).isEqualTo("/login?wrong");
    }

    @Test
    void aDisabledAccountIsToldLikeAWrongPasswordAndItsSessionEnds() throws Exception {
        browser.signIn(name, PASSWORD);
        staff.change(name, Change.disabled(true));

        assertThat(Browser.to(browser.get("/"))).isEqualTo("/login");
        assertThat(Browser.to(browser.signIn(name, PASSWORD))).isEqualTo("/login?wrong");
    }

    @Test
    void manyAttemptsHaveToWaitAlsoForNamesThatThereAreNot() {
        for (String each : List.of(name, "nobody" + name)) {
            for (int attempt = 0; attempt < 5; attempt++) {
                assertThat(Browser.to(browser.signIn(each, "not the password"))).isEqualTo("/login?wrong");
            }
            assertThat(Browser.to(browser.signIn(each, PASSWORD))).matches("/login\\?wait=[1-6][0-9]");
        }
    }

    @Test
    void strangersDoNotLockOutABrowserThatTheAccountWasSignedInWith() {
        browser.signIn(name, PASSWORD);
        Browser stranger = new Browser(port);
        for (int attempt = 0; attempt < 5; attempt++) {
            stranger.signIn(name, "not the password");
        }
        assertThat(Browser.to(stranger.signIn(name, PASSWORD))).startsWith("/login?wait=");

        assertThat(Browser.to(browser.signIn(name, PASSWORD))).isEqualTo("/now");
    }

    @Test
    void htmxIsToldToLeaveThePage() {
        HttpResponse<String> answer = browser.get("/calls", "HX-Request", "true");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Redirect")).contains("/login");
    }

    @Test
    void pagesBindBrowsersStrictly() {
        HttpResponse<String> page = browser.get("/login");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .contains(
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                                + " media-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(page.body())
                .doesNotContain("<style")
                .doesNotContain(" style=")
                .doesNotContain("onclick");
    }

    @Test
    void aSessionOpensNoInterfaceAndATokenNoPage() {
        browser.signIn(name, PASSWORD);

        assertThat(browser.get("/api/v1/calls").statusCode()).isEqualTo(401);
        assertThat(Browser.to(send("GET", "/now", null, "Authorization", "Bearer " + TOKEN)))
                .startsWith("/login");
    }

    @Test
    void signInsAndFailuresAreKept() {
        browser.signIn(name, "not the password");
        browser.signIn(name, PASSWORD);

        browser.signIn("hunter2-is-my-password", PASSWORD);

        assertThat(get("/api/v1/audit?deed=sign-in-failed").body()).doesNotContain("hunter2");
        JsonNode entries = json(get("/api/v1/audit?subject=" + name + "&limit=3"));
        assertThat(entries.valueStream())
                .extracting(
                        entry -> entry.get("deed").asString(),
                        entry -> entry.get("who").asString(),
                        entry -> entry.get("address").asString())
                .startsWith(tuple("signed-in", name, "127.0.0.1"), tuple("sign-in-failed", "", "127.0.0.1"));
    }
}
