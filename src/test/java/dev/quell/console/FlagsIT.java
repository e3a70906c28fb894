package dev.quell.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.quell.security.people.Role;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a reviewer does: a day's sample is judged with one key a call, and a dispute is decided by its case number. */
class FlagsIT extends BrowserIT {
    @Autowired
    Clock clock;

    @Test
    void aSampleIsJudgedWithOneKeyACall() {
        scene.block("+8613900000081", "campaign");
        for (int i = 0; i < 3; i++) {
            scene.screenAt("+8613900000081", clock.instant().minusSeconds(86_400));
        }
        Page page = browser.open("en-GB", ColorScheme.LIGHT, 1360, false);
        browser.signIn(page, Role.SECURITY);
        browser.go(page, "/flags/reviews");
        assertThat(page.textContent("main")).contains("0 of 3 judged");

        press(page, "r", "1 of 3 judged");
        press(page, "w", "2 of 3 judged");
        press(page, "u", "3 of 3 judged");

        assertThat(page.textContent("main"))
                .contains("50.0 % of the verdicts to divert were wrong", "2 judged, 1 of them wrong; 1 more");
        assertThat(page.locator("tr[data-next]").count()).isZero();
        Browser.shoot(page, "flags-judged-en");
        browser.assertFaultless();
    }

    private static void press(Page page, String key, String after) {
        page.waitForNavigation(() -> page.keyboard().press(key));
        assertThat(page.textContent("main")).contains(after);
    }

    @Test
    void aDisputeIsDecidedForTheCaller() {
        scene.block("+8613900000082", "by mistake");
        String number = scene.screen("+8613900000082", Scene.HOSTILE.getFirst())
                .caseNumber()
                .digits();
        Page page = browser.open("zh-CN", ColorScheme.DARK, 1360, false);
        browser.signIn(page, Role.SECURITY);
        browser.go(page, "/flags/disputes");
        page.keyboard().press("/");
        page.keyboard().type(number);
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.contains("case="));
        Browser.shoot(page, "flags-dispute-zh");

        page.click("button:has-text('误拦：解除并加白')");
        page.waitForSelector("[role=status]");

        assertThat(page.textContent("[role=status]")).contains("该号码的拦截已解除，并加白 30 天");
        assertThat(page.textContent("main")).contains("误拦", number);
        browser.assertFaultless();
    }
}
