package dev.quell.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.quell.call.CallerNumber;
import dev.quell.console.shell.Place;
import dev.quell.flag.FlagReason;
import dev.quell.flag.Flags;
import dev.quell.security.Access;
import dev.quell.security.Routes;
import dev.quell.security.people.Accounts;
import dev.quell.security.people.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

/** Every page in both languages, both colours and on a phone: no fault in the console, nothing against the policy, no serious barrier. */
class PagesIT extends BrowserIT {
    private static final String FOCUSED_ROW =
            "[...document.querySelectorAll('tr[data-row]')].indexOf(document.activeElement.closest('tr'))";

    @Autowired
    Flags flags;

    @Autowired
    Accounts accounts;

    @Autowired
    Clock clock;

    /** By name of its picture. A page that is added here is opened as each role that may open it. */
    private static final Map<String, String> PAGES = pages();

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("account", "/account");
        pages.put("account-fault", "/account?fault=old");
        pages.put("agent", "/agent");
        pages.put("audit", "/audit");
        pages.put("calls", "/calls");
        pages.put("calls-none", "/calls?caller=%2B49301234567");
        pages.put("calls-meant", "/calls?caller=%2B86755&span=7d");
        pages.put("call", "/calls/pbx:1763800000.6");
        pages.put("lists", "/lists");
        pages.put("lists-allow", "/lists?list=allow");
        pages.put("lists-preview", "/lists?list=block&number=%2B861370000001*&reason=campaign&term=WEEK");
        pages.put("lists-meant", "/lists?list=block&number=0755*&reason=campaign&term=WEEK");
        pages.put("login", "/login?wrong");
        pages.put("login-made", "/login?made");
        pages.put("now-quiet", "/now");
        pages.put("people", "/people?note=added");
        pages.put("people-edit", "/people?edit=agent");
        pages.put("sources", "/sources?span=7d");
        pages.put("sources-none", "/sources?caller=%2B4930*&from=2026-01-01&to=2026-01-02");
        pages.put("sources-meant", "/sources?caller=%2B86755&span=7d");
        pages.put("campaigns", "/sources/campaigns");
        pages.put("source", "/sources/+8613900000001");
        pages.put("source-blocked", "/sources/+8613900000002?span=today");
        pages.put("source-withheld", "/sources/withheld");
        pages.put("reports", "/reports?span=7d");
        pages.put("reports-fault", "/reports?from=nonsense");
        pages.put("reports-edit", "/reports?note=fixed&edit=lead");
        pages.put("reports-print", "/reports/print?span=7d");
        pages.put("rules", "/rules");
        pages.put("rules-fault", "/rules?fault=STALE");
        pages.put("evidence", "/evidence?source=13900000001&span=7d");
        pages.put("evidence-fault", "/evidence?source=nobody&fault=KEY");
        pages.put("test", "/test");
        pages.put("test-blocked", "/test?number=13900000002&line=4001");
        pages.put("treatments", "/treatments");
        pages.put("treatments-fault", "/treatments?fault=TOO_LONG&prompt=listen-1&is=4.3");
        return pages;
    }

    private static boolean opens(Role role, String path) {
        int query = path.indexOf('?');
        PathContainer plain = PathContainer.parsePath(query < 0 ? path : path.substring(0, query));
        return switch (Routes.of(HttpMethod.GET, plain)) {
            case Access.Open(), Access.SignedIn() -> true;
            case Access.Needs(var rights) -> role.rights().containsAll(rights);
            case Access.Local(var right) -> role.rights().contains(right);
            case Access.All() -> role == Role.ADMIN;
        };
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void eachRoleSeesItsPagesAndIsToldOfTheOthers(Role role) {
        Page page = browser.open("en-GB", ColorScheme.LIGHT, 1360, false);
        browser.signIn(page, role);
        PAGES.forEach((label, path) -> {
            if (opens(role, path)) {
                browser.go(page, path);
                assertThat(page.title()).as("%s as %s", path, role).doesNotContain("not open to you");
            } else {
                browser.goInVain(page, path);
                assertThat(page.title()).as("%s as %s", path, role).contains("This is not open to you");
            }
        });
        browser.assertFaultless();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void whoeverIsShownAnErrorCanSignOutThere(Role role) {
        Page page = browser.open("en-GB", ColorScheme.LIGHT, 1360, false);
        browser.signIn(page, role);
        browser.goInVain(page, "/nothing");
        Browser.shoot(page, "error-" + role.word());
        Browser.leave(page, () -> page.click("main form button"));
        assertThat(page.url()).endsWith("/login?bye");
        browser.assertFaultless();
    }

    @Test
    void aTokenIsShownAndTheFrameLeadsToNoOtherLanguage() {
        Page page = browser.open("en-GB", ColorScheme.LIGHT, 1360, false);
        browser.signIn(page, Role.ADMIN);
        browser.go(page, "/people");
        page.click("details:has([name=scopes]) summary");
        page.fill("details:has([name=scopes]) [name=name]", "CRM of a browser");
        page.check("[name=scopes][value='calls:read']");
        page.click("details:has([name=scopes]) form button");
        page.waitForSelector("code.secret");
        Browser.shoot(page, "token");
        page.click(".tools details.menu summary");
        assertThat(page.locator("a[hreflang]").count()).isZero();
        browser.assertFaultless();
    }

    @ParameterizedTest
    @CsvSource({"en-GB", "zh-CN"})
    void theFirstRowsAreSeenWithoutScrollingOnASmallScreen(String language) {
        for (int i = 0; i < 6; i++) {
            String number = "+86139000010" + (10 + i);
            scene.block(number, "silent");
            flags.flag(
                    scene.screen(number, "").call().id(),
                    CallerNumber.ofKey(number),
                    "PJSIP/1001",
                    FlagReason.SILENT,
                    "");
        }
        Page page = browser.open(language, ColorScheme.LIGHT, 1280, false);
        page.setViewportSize(1280, 800);
        browser.signIn(page, Role.ADMIN);
        for (String path : List.of("/calls", "/sources", "/lists", "/flags")) {
            browser.go(page, path);
            assertThat((int) page.evaluate("document.querySelector('header.top').offsetHeight"))
                    .as("one line of navigation on %s", path)
                    .isLessThan(60);
            assertThat((int) page.evaluate("[...document.querySelectorAll('tr[data-row]')]"
                            + ".filter(row => row.getBoundingClientRect().bottom <= innerHeight).length"))
                    .as("rows of %s in %s", path, language)
                    .isGreaterThanOrEqualTo(6);
        }
        browser.assertFaultless();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/calls", "/sources", "/lists", "/flags", "/flags/reviews"})
    void keysLeadThroughTheRowsOpenOneAndComeBackToIt(String path) {
        // Of a day that no other test draws its sample from.
        Instant past = clock.instant().minus(Duration.ofDays(3));
        for (int i = 0; i < 3; i++) {
            String number = "+8613900002" + (100 + i);
            scene.block(number, "silent");
            flags.flag(
                    scene.screen(number, "").call().id(),
                    CallerNumber.ofKey(number),
                    "PJSIP/1001",
                    FlagReason.SILENT,
                    "");
            scene.screenAt(number, past);
        }
        Page page = browser.open("en-GB", ColorScheme.LIGHT, 1280, true);
        browser.signIn(page, Role.ADMIN);
        browser.go(
                page,
                path.endsWith("reviews") ? path + "?day=" + LocalDate.ofInstant(past, ZoneId.systemDefault()) : path);

        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("k");
        page.keyboard().press("ArrowDown");
        assertThat(page.evaluate(FOCUSED_ROW)).isEqualTo(1);
        assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                .as("the focus is seen")
                .isEqualTo("solid");
        page.keyboard().press("Enter");
        Browser.filled(page, "#drawer > .card");
        page.waitForFunction("document.activeElement.closest('#drawer') !== null");
        assertThat(Browser.barriers(page)).as("%s with its drawer", path).isEmpty();
        page.keyboard().press("Escape");

        assertThat(page.locator("#drawer > *").count()).isZero();
        assertThat(page.evaluate(FOCUSED_ROW)).isEqualTo(1);
    }

    @Test
    void theBarsMenuIsOpenedAndClosedByKeys() {
        Page page = browser.open("en-GB", ColorScheme.LIGHT, 1280, false);
        browser.signIn(page, Role.ADMIN);
        browser.go(page, "/rules");
        assertThat(page.textContent(".more-places summary")).contains("More: Rules");

        page.focus(".more-places summary");
        page.keyboard().press("Enter");
        page.waitForSelector(".more-places a[href='/audit']");
        page.keyboard().press("Escape");
        page.waitForSelector(
                ".more-places a[href='/audit']",
                new Page.WaitForSelectorOptions().setState(WaitForSelectorState.HIDDEN));
        assertThat(page.evaluate("document.activeElement.tagName")).isEqualTo("SUMMARY");
        browser.assertFaultless();
    }

    @Test
    void singleKeysCanBeTurnedOff() {
        Page page = browser.open("en-GB", ColorScheme.LIGHT, 1360, false);
        browser.signIn(page, Role.ADMIN);
        browser.go(page, "/calls");
        page.keyboard().press("?");
        assertThat(page.locator("dialog#keys[open]").count()).isEqualTo(1);

        browser.go(page, "/account");
        Browser.leave(page, () -> page.click("main a[href='/account?keys=off']"));
        browser.go(page, "/calls");
        page.keyboard().press("?");
        assertThat(page.locator("dialog#keys[open]").count()).isZero();
        browser.assertFaultless();
    }

    static {
        PAGES.putAll(Map.of(
                "flags", "/flags",
                "flags-disputes", "/flags/disputes?case=00000000",
                "flags-reviews", "/flags/reviews",
                "lists-import", "/lists/import"));
    }

    @ParameterizedTest
    @CsvSource({
        "en-GB, LIGHT, 1360, en",
        "zh-CN, LIGHT, 1360, zh",
        "en-GB, DARK, 1360, en-dark",
        "zh-CN, DARK, 400, zh-phone",
        "en-GB, LIGHT, 400, en-phone",
    })
    void pagesAreFaultless(String language, ColorScheme colours, int width, String name) {
        Page page = browser.open(language, colours, width, false);
        browser.signIn(page, Role.ADMIN);
        PAGES.forEach((label, path) -> {
            browser.go(page, path);
            Browser.shoot(page, label + "-" + name);
            assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as("%s fits a width of %d", path, width)
                    .isEqualTo(true);
        });
        browser.assertFaultless();
    }

    @ParameterizedTest
    @CsvSource({"en-GB, LIGHT, en", "zh-CN, DARK, zh"})
    void onANarrowPhoneNoTextLiesOverAnotherAndEveryPageIsInTheBarOrItsMenu(
            String language, ColorScheme colours, String name) throws Exception {
        accounts.change(
                "agent",
                account -> account.as(
                        "Alice Agent", Set.of(Role.AGENT), Optional.of("Local/alice@agents/n"), clock.instant()),
                (before, after) -> List.of());
        CallerNumber caller = CallerNumber.ofKey("+862150500002");
        flags.flag(scene.screen(caller.key(), "").call().id(), caller, "Local/alice@agents/n", FlagReason.SILENT, "");
        Page page = browser.open(language, colours, 360, false);
        browser.signIn(page, Role.ADMIN);
        for (String path : List.of(
                PAGES.get("calls-meant"),
                PAGES.get("lists-meant"),
                PAGES.get("sources-meant"),
                "/audit",
                "/people",
                "/treatments",
                "/flags",
                "/now",
                "/lists",
                "/calls",
                "/reports?span=7d")) {
            browser.go(page, path);
            Browser.shoot(page, "narrow" + path.replaceAll("[^a-z0-9]+", "-") + "-" + name);
            assertThat(Narrow.overlaps(page)).as("%s in %s", path, language).isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as("width of %s", path)
                    .isEqualTo(360);
            page.click(".more-places summary");
            page.waitForSelector(".more-places[open] .menu-body");
            assertThat(page.locator(".top nav a:visible").count()).isEqualTo(Place.values().length);
            assertThat(page.locator(".top nav [aria-current]:visible").count()).isEqualTo(1);
        }

        Page own = browser.open(language, colours, 360, false);
        browser.signIn(own, Role.AGENT);
        browser.go(own, "/agent");
        Browser.shoot(own, "narrow-agent-" + name);
        assertThat(Narrow.overlaps(own)).as("/agent in %s", language).isEmpty();
        assertThat((int) own.evaluate("document.querySelector('h1').offsetHeight"))
                .as("the heading lies")
                .isLessThan(40);
        browser.assertFaultless();
    }

    @ParameterizedTest
    @CsvSource({"en-GB, LIGHT", "zh-CN, DARK"})
    void pagesHaveNoSeriousBarrier(String language, ColorScheme colours) {
        Page page = browser.open(language, colours, 1360, true);
        browser.go(page, "/login");
        assertThat(Browser.barriers(page)).as("/login").isEmpty();
        browser.signIn(page, Role.ADMIN);
        PAGES.values().forEach(path -> {
            browser.go(page, path);
            assertThat(Browser.barriers(page)).as(path).isEmpty();
        });
        for (String missing : List.of("/nothing", "/setup/guessed")) {
            browser.goInVain(page, missing);
            assertThat(Browser.barriers(page)).as(missing).isEmpty();
        }
        browser.go(page, "/calls?caller=13900000002");
        page.click("a[data-open]");
        Browser.filled(page, "#drawer #why");
        assertThat(Browser.barriers(page)).as("the drawer").isEmpty();
    }
}
