package dev.quell.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.quell.security.people.Role;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page in both languages, both colours and on a phone: no fault in the console, nothing against the policy, no serious barrier. */
class PagesIT extends BrowserIT {
    private static final Map<String, String> PAGES = new LinkedHashMap<>(Map.of(
            "calls", "/calls",
            "calls-none", "/calls?caller=%2B49301234567",
            "call", "/calls/pbx:1763800000.6",
            "lists", "/lists",
            "lists-allow", "/lists?list=allow",
            "lists-preview", "/lists?list=block&number=%2B861370000001*&reason=campaign&term=WEEK",
            "login", "/login?wrong",
            "test", "/test",
            "test-blocked", "/test?number=13900000002&line=4001"));

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
        browser.go(page, "/calls?caller=13900000002");
        page.click("a[data-open]");
        page.waitForSelector("#drawer #why");
        assertThat(Browser.barriers(page)).as("the drawer").isEmpty();
    }
}
