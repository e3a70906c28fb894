package dev.quell.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.quell.screening.CallScreened;
import dev.quell.security.people.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody does in the log: find why, lift the block, and see what happens next. */
class CallsIT extends BrowserIT {
    /** The answer of the next fetch comes when it is called. */
    private static final String LATE = """
            () => {
              const now = window.fetch;
              window.fetch = async (...asked) => {
                window.fetch = now;
                const text = await (await now(...asked)).text();
                await new Promise(come => window.come = come);
                return new Response(text);
              };
            }
            """;

    @ParameterizedTest
    @CsvSource({"en-GB, On the block list, Lift the block, has ended, en", "zh-CN, 在黑名单中, 解除拦截, 的拦截已解除, zh"})
    void aBlockIsFoundAndLiftedFromTheDrawer(String language, String on, String lift, String over, String name) {
        String number = name.equals("en") ? "+8613900000031" : "+8613900000032";
        scene.block(number, "silent three times");
        scene.screen(number, Scene.HOSTILE.getFirst());
        Page page = browser.open(language, ColorScheme.LIGHT, 1360, false);
        browser.signIn(page, Role.ADMIN);

        browser.go(page, "/calls");
        page.keyboard().press("/");
        page.keyboard().type(number);
        Browser.leave(page, () -> page.keyboard().press("Enter"));
        assertThat(page.url()).contains("caller=");
        page.keyboard().press("j");
        page.keyboard().press("Enter");
        Browser.filled(page, "#drawer #why");
        assertThat(page.textContent("#drawer")).contains(on, "silent three times", "BLOCK_LISTED");
        Browser.shoot(page, "drawer-" + name);

        page.click("#drawer button:has-text('" + lift + "')");
        Browser.filled(page, "#drawer [role=status]");
        assertThat(page.textContent("#drawer [role=status]")).contains(over);
        assertThat(page.locator("#drawer .note.warn").count()).isZero();
        Browser.shoot(page, "lifted-" + name);
        page.keyboard().press("Escape");
        assertThat(page.locator("#drawer > *").count()).isZero();
        browser.assertFaultless();
    }

    @Test
    void aStretchOfTheChartBecomesTheFilter() {
        Page page = browser.open("en-GB", ColorScheme.LIGHT, 1360, false);
        browser.signIn(page, Role.ADMIN);
        browser.go(page, "/calls?span=24h&outcome=SILENT");
        page.waitForSelector("#chart canvas");
        BoundingBox box = page.locator("#chart .u-over").boundingBox();

        page.mouse().move(box.x + box.width * 0.7, box.y + 20);
        page.mouse().down();
        page.mouse().move(box.x + box.width - 4, box.y + 30, new Mouse.MoveOptions().setSteps(5));
        page.mouse().up();
        page.waitForURL(url -> url.contains("from="));

        assertThat(page.url()).contains("outcome=SILENT", "&to=").doesNotContain("span=");
        assertThat(page.inputValue("input[name=from]")).matches("20[0-9-]{8}T[0-9]{2}:00");
        assertThat(page.locator("tbody tr").count()).isGreaterThanOrEqualTo(5);
        browser.assertFaultless();
    }

    @Test
    void aRowsButtonBlocksShowsTheNewOutcomeAndIsTakenBack() {
        String number = "+8613900000033";
        scene.screen(number, Scene.HOSTILE.get(1));
        Page page = browser.open("en-GB", ColorScheme.LIGHT, 1360, false);
        browser.signIn(page, Role.ADMIN);
        browser.go(page, "/calls?caller=13900000033");

        page.click("tbody button:has-text('Block')");
        Browser.filled(page, "#drawer [role=status]");
        assertThat(page.textContent("#drawer")).contains("Blocked.", "On the block list", "nuisance, case");
        page.waitForSelector("tbody tr .tag-bad.mini:has-text('blocked')");
        page.click("#drawer button:has-text('Lift the block')");
        page.waitForSelector("#drawer [role=status]:has-text('has ended')");
        browser.assertFaultless();
    }

    @Test
    void whatIsDoneInTheDrawerIsSeenInTheRowBehindIt() {
        String number = "+8613900000034";
        CallScreened call = scene.screen(number, Scene.HOSTILE.get(2));
        String row = "tr[data-row='" + call.call().id() + "'] ";
        Page page = browser.open("en-GB", ColorScheme.LIGHT, 1360, false);
        browser.signIn(page, Role.ADMIN);
        browser.go(page, "/calls?caller=13900000034");
        page.click(row + "td:nth-child(4) .tag");
        Browser.filled(page, "#drawer #why");

        page.click("#drawer button:text-is('Block')");
        Browser.filled(page, row + ".tag-bad.mini:text-is('blocked')");
        page.click("#drawer button:text-is('Lift the block')");
        page.waitForSelector(
                row + ".tag-bad.mini", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
        assertThat(page.textContent("#drawer")).contains("Was on the block list:", "nuisance, case", "Lifted by admin");

        page.click("#drawer button:text-is('Allow')");
        Browser.filled(page, row + ".tag-good.mini:text-is('allowed')");
        page.click("#drawer button:text-is('Take off the allow list')");
        page.waitForSelector(
                row + ".tag-good.mini", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
        browser.assertFaultless();
    }

    @Test
    void anAnswerThatALaterOneOvertookDoesNotChangeTheRow() {
        CallScreened call = scene.screen("+8613900000035", "");
        String row = "tr[data-row='" + call.call().id() + "'] ";
        Page page = browser.open("en-GB", ColorScheme.LIGHT, 1360, true);
        browser.signIn(page, Role.ADMIN);
        browser.go(page, "/calls?caller=13900000035");
        page.click(row + "td:nth-child(4) .tag");
        Browser.filled(page, "#drawer #why");
        page.evaluate(LATE);

        page.click("#drawer button:text-is('Block')");
        page.waitForFunction("'come' in window");
        Browser.filled(page, "#drawer button:text-is('Lift the block')");
        page.click("#drawer button:text-is('Lift the block')");
        Browser.filled(page, "#drawer [role=status]:has-text('has ended')");
        page.click("#drawer button:text-is('Allow')");
        page.waitForSelector(row + ".tag-good.mini:text-is('allowed')");
        page.evaluate("async () => { come(); await (await fetch(location.href)).text(); }");

        assertThat(page.locator(row + ".tag-bad.mini").count()).isZero();
        assertThat(page.locator(row + ".tag-good.mini").count()).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "en-GB, Allow this number only, Lift the block of all +8616600003*, 'Yes, of all of them', en, +8616600003*",
        "zh-CN, 仅加白此号码, 解除 +8616600004* 整段拦截, 确定，整段, zh, +8616600004*"
    })
    void aWholePrefixIsLiftedOnlyAfterASecondPress(
            String language, String only, String all, String yes, String name, String prefix) {
        scene.block(prefix, "campaign");
        CallScreened call = scene.screen(prefix.replace("*", "1234"), "");
        Page page = browser.open(language, ColorScheme.LIGHT, 1360, false);
        browser.signIn(page, Role.ADMIN);
        browser.go(page, "/calls");
        page.click("tr[data-row='" + call.call().id() + "'] td:nth-child(3)");
        Browser.filled(page, "#drawer button:text-is('" + only + "')");

        assertThat(page.locator("#drawer button:text-is('" + yes + "')").isVisible())
                .isFalse();
        page.click("#drawer summary:text-is('" + all + "')");
        Browser.shoot(page, "lift-all-" + name);
        page.click("#drawer button:text-is('" + yes + "')");
        page.waitForSelector("#drawer [role=status]:has-text('" + prefix + "')");
        Browser.shoot(page, "lifted-all-" + name);
        browser.assertFaultless();
    }

    @Test
    void theKeysAreTold() {
        Page page = browser.open("en-GB", ColorScheme.LIGHT, 1360, false);
        browser.signIn(page, Role.ADMIN);
        browser.go(page, "/calls");

        page.keyboard().press("?");

        page.waitForSelector("#keys[open]");
        Browser.shoot(page, "keys-en");
        page.keyboard().press("Escape");
        assertThat(page.locator("#keys").isVisible()).isFalse();
        browser.assertFaultless();
    }
}
