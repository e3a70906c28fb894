package dev.quell.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.quell.evidence.pack.PackCheck;
import dev.quell.evidence.pack.PackFinding;
import dev.quell.evidence.pack.Packs;
import dev.quell.security.people.Role;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** From a source's page to a pack in the hand, a hold and a verified log, in the browser. */
class EvidenceIT extends BrowserIT {

    /** The packs once nothing is under way; what was done before is told until something else is. */
    private static final String DONE = "#packs:not(:has([hx-get])) ";

    @Autowired
    Packs packs;

    @ParameterizedTest
    @CsvSource({
        "en-GB, LIGHT, 1360, SECURITY, en, as it was made",
        "zh-CN, DARK, 400, ADMIN, zh, 校验通过",
    })
    void fromASourceToAPackThatHolds(
            String language, ColorScheme colours, int width, Role role, String name, String holds) {
        Page page = browser.open(language, colours, width, false);
        browser.signIn(page, role);
        browser.go(page, "/sources/+8613900000001");
        Browser.leave(page, () -> page.click(".links a[href^='/evidence']"));
        page.fill("#make [name=who]", "<b>Wang</b> 市公安局");
        page.fill("#make [name=file]", "A-118");
        page.fill("#make [name=reason]", Scene.HOSTILE.get(6));
        Browser.leave(page, () -> page.click("#make form.order button"));
        page.waitForSelector(DONE + "tbody tr:first-child form[action$='/take']", attached());

        page.click("#packs tbody tr:first-child summary.button:not(.quiet)");
        Download taken =
                page.waitForDownload(() -> page.click("#packs tbody tr:first-child form[action$='/take'] button"));
        assertThat(PackCheck.of(taken.path(), Optional.of(packs.fingerprint()))).allMatch(PackFinding::holds);

        browser.go(page, "/evidence");
        Browser.leave(page, () -> page.click("#packs tbody tr:first-child form[action$='/check'] button"));
        page.waitForSelector(DONE + ".note.good, " + DONE + ".note.bad");
        assertThat(page.textContent("#packs .work")).contains(holds);

        page.click("#hold-form summary");
        page.fill("#hold-form [name=source]", "13900000001");
        page.fill("#hold-form [name=author]", Scene.HOSTILE.getFirst());
        page.fill("#hold-form [name=reason]", Scene.HOSTILE.get(1));
        Browser.leave(page, () -> page.click("#hold-form button"));
        page.waitForSelector("#holds tr[data-row]");
        Browser.leave(page, () -> page.click("#log-check form.order > button"));
        page.waitForSelector("#log-check:not(:has([hx-get])) .note");
        assertThat(page.locator("#log-check .note.bad").count()).isZero();
        Browser.shoot(page, "evidence-full-" + name);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
        browser.assertFaultless();
        barriers(language, colours, width, role);
    }

    private void barriers(String language, ColorScheme colours, int width, Role role) {
        Page page = browser.open(language, colours, width, true);
        browser.signIn(page, role);
        browser.go(page, "/evidence");
        assertThat(Browser.barriers(page)).isEmpty();
    }

    private static Page.WaitForSelectorOptions attached() {
        return new Page.WaitForSelectorOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED);
    }
}
