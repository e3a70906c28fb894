package dev.quell.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import dev.quell.security.people.Accounts;
import dev.quell.security.people.Role;
import dev.quell.testing.provider.OidcPeople;
import dev.quell.testing.provider.OidcServer;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** People sign in with a real provider, in a real browser: what is agreed between both, and what becomes of it when the provider changes its mind. */
class OidcIT extends BrowserIT {
    private static final OidcServer PROVIDER = new OidcServer();
    private static int made;

    @Autowired
    Accounts accounts;

    private String person;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry settings) {
        Map.of(
                        "enabled", "true",
                        "issuer", PROVIDER.issuer(),
                        "client-id", OidcServer.CLIENT,
                        "client-secret", OidcServer.SECRET,
                        "label", "Company login",
                        "timeout", "30s",
                        "roles.admin", "bosses",
                        "roles.agent", "desk")
                .forEach((key, value) -> settings.add("quell.sign-in.oidc." + key, () -> value));
    }

    @AfterAll
    static void away() {
        PROVIDER.close();
    }

    @BeforeEach
    void somebodyNew() {
        person = "wang" + ++made;
        PROVIDER.people().pages("http://127.0.0.1:" + port);
        PROVIDER.people().groups(person, "bosses");
    }

    private Page open() {
        return browser.open("en-GB", ColorScheme.LIGHT, 1360, false);
    }

    /** From the sign-in page to where the provider leads after its own form. */
    private void signIn(Page page) {
        begin(page);
        page.click("button[type=submit]");
        page.waitForURL(url -> url.startsWith("http://127.0.0.1:" + port + "/"));
    }

    private void begin(Page page) {
        browser.go(page, "/login");
        page.click("a:has-text('Company login')");
        page.waitForURL(url -> url.startsWith(PROVIDER.issuer() + "/login"));
        page.fill("input[name=username]", person);
        page.fill("input[name=password]", OidcPeople.PASSWORD);
    }

    /** Signs in as far as the provider's code, and where it would lead. */
    private String code(Page page) {
        page.navigate(PROVIDER.issuer() + "/login");
        page.fill("input[name=username]", person);
        page.fill("input[name=password]", OidcPeople.PASSWORD);
        page.click("button[type=submit]");
        String back = step(page, step(page, "http://127.0.0.1:" + port + "/login/oidc"));
        assertThat(back)
                .startsWith("http://127.0.0.1:" + port + "/login/oidc/code?")
                .contains("code=", "state=");
        return back;
    }

    private static String step(Page page, String address) {
        return page.request()
                .get(address, RequestOptions.create().setMaxRedirects(0).setHeader("Accept", "text/html"))
                .headers()
                .get("location");
    }

    @Test
    void groupsGiveRolesAndSigningOutEndsBothSessions() {
        Page page = open();

        signIn(page);

        assertThat(page.url()).endsWith("/now");
        browser.go(page, "/people");
        assertThat(page.textContent("main")).contains(person);
        assertThat(accounts.find(person).orElseThrow().roles()).containsExactly(Role.ADMIN);

        page.evaluate("document.querySelector('form[action$=\"/logout\"]').submit()");
        page.waitForURL(url -> url.contains("/login?bye"));
        page.click("a:has-text('Company login')");
        page.waitForURL(url -> url.startsWith(PROVIDER.issuer() + "/login"));
        assertThat(page.locator("input[name=username]").count()).isOne();
    }

    @Test
    void aGroupThatWasTakenAwayTakesItsRoleAndTheLastOneTheSession() {
        Page first = open();
        signIn(first);
        assertThat(first.url()).endsWith("/now");

        PROVIDER.people().groups(person, "desk");
        Page second = open();
        signIn(second);

        assertThat(second.url()).endsWith("/agent");
        assertThat(accounts.find(person).orElseThrow().roles()).containsExactly(Role.AGENT);
        assertThat(first.request().get("http://127.0.0.1:" + port + "/people").status())
                .isEqualTo(403);

        PROVIDER.people().groups(person, "canteen");
        Page third = open();
        signIn(third);

        assertThat(third.url()).contains("/login?told=no-role");
        assertThat(third.textContent("#told")).contains("Company login knows you");
        // The window itself is about to notice, too.
        assertThat(second.request()
                        .get(
                                "http://127.0.0.1:" + port + "/agent",
                                RequestOptions.create().setHeader("Accept", "text/html"))
                        .url())
                .contains("/login");
    }

    @Test
    void aTokenForAnotherLetsNobodyIn() {
        PROVIDER.people().audience("another");
        try {
            Page page = open();
            signIn(page);

            assertThat(page.url()).contains("/login?told=unusable");
            assertThat(accounts.find(person)).isEmpty();
        } finally {
            PROVIDER.people().audience(OidcServer.CLIENT);
        }
    }

    @Test
    void aCodeIsOfUseOnceAndNotInAnotherBrowser() {
        Page page = open();
        String back = code(page);

        Page thief = open();
        thief.navigate(back);
        assertThat(thief.url()).contains("/login?told=expired");

        page.navigate(back);
        assertThat(page.url()).endsWith("/now");

        page.navigate(back);
        assertThat(page.url()).contains("/login?told=expired");
    }

    @Test
    void aNewKeyOfTheProvidersIsFetched() {
        signIn(open());
        PROVIDER.people().rotate();
        Page page = open();

        signIn(page);

        assertThat(page.url()).endsWith("/now");
    }

    @Test
    void whileTheProviderIsAwayPeopleWithAPasswordHereSignIn() {
        Page page = open();
        String back = code(page);
        PROVIDER.stop();
        try {
            page.navigate(back);
            assertThat(page.url()).contains("/login?told=away");
            assertThat(page.textContent("#told")).contains("Company login");

            Page local = open();
            browser.signIn(local, Role.ADMIN);
            assertThat(local.url()).endsWith("/now");
        } finally {
            PROVIDER.start();
        }

        Page later = open();
        signIn(later);

        assertThat(later.url()).endsWith("/now");
        assertThat(accounts.find(person).orElseThrow().roles()).isEqualTo(Set.of(Role.ADMIN));
    }
}
