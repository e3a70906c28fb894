package dev.quell.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.quell.security.people.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody does about a source: find it among the first, see what it did, block it, and lift that. */
class SourcesIT extends BrowserIT {
    @ParameterizedTest
    @CsvSource({
        "en-GB, Block, Lift the block, lifted by a person, +8613900000051, en",
        "zh-CN, 拦截, 解除拦截, 人工解除, +8613900000052, zh"
    })
    void aSourceIsBlockedAndLiftedOnItsPage(
            String language, String block, String lift, String lifted, String number, String name) {
        for (int i = 0; i < 3; i++) {
            scene.silent(number);
        }
        Page page = browser.open(language, ColorScheme.LIGHT, 1360, false);
        browser.signIn(page, Role.SECURITY);

        browser.go(page, "/sources?span=7d&caller=%2B861390000005*");
        page.waitForSelector("#campaigns:not([hx-get])");
        assertThat(page.title()).startsWith(page.innerText("h1"));
        Browser.shoot(page, "sources-found-" + name);
        page.click("a[data-open]:has-text('" + number + "')");
        Browser.filled(page, "#drawer #now h2:has-text('" + number + "')");
        Browser.leave(page, () -> page.click("#drawer .drawer-only a[href^='/sources/']:not([data-close])"));
        page.waitForSelector("#history");
        assertThat(page.isVisible("#now .drawer-only")).isFalse();
        page.click("#now button:has-text('" + block + "')");
        Browser.filled(page, "#now [role=status]");
        assertThat(page.locator("#history tbody tr").count()).isEqualTo(1);
        Browser.shoot(page, "source-done-" + name);

        page.click("#now button:has-text('" + lift + "')");
        page.waitForSelector("#history td:has-text('" + lifted + "')");
        assertThat(page.locator("#now .note.warn").count()).isZero();
        browser.assertFaultless();
    }

    @Test
    void besideTheListASourceIsBlockedAndItsRowSaysSo() {
        String number = "+8613900000053";
        scene.silent(number);
        Page page = browser.open("en-GB", ColorScheme.LIGHT, 1360, false);
        browser.signIn(page, Role.SECURITY);
        browser.go(page, "/sources?span=7d&caller=%2B861390000005*&by=CALLS");
        page.click("tr[data-row='" + number + "'] a[data-open]");
        Browser.filled(page, "#drawer form[action$='/block']");

        page.fill("#drawer form[action$='/block'] [name=reason]", "silent");
        page.click("#drawer button:text-is('Block')");
        Browser.filled(page, "tr[data-row='" + number + "'] .tag-bad:text-is('blocked')");
        page.click("#drawer button:text-is('Lift the block')");
        page.waitForSelector("tr[data-row='" + number + "'] :text-is('on no list')");
        browser.assertFaultless();
    }
}
