package dev.quell.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.quell.security.people.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What two people do with rules: one tries and asks, the other one sees what the trial told, and confirms. */
class RulesIT extends BrowserIT {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en-GB | Take back | good talks would be met harder than now
                    zh-CN | 撤回       | 正常通话
                    """)
    void rulesAreAskedForByOneAndConfirmedByAnother(String language, String takeBack, String harmed) {
        Page one = browser.open(language, ColorScheme.LIGHT, 1360, false);
        browser.signIn(one, Role.ADMIN);
        browser.go(one, "/rules");
        one.fill("[name='t.TAG']", "0.01");
        one.fill("[name='w.CLI_WITHHELD']", "1.5");
        one.selectOption("[name=days]", "1");
        Browser.leave(one, () -> one.click("form[action='/rules/try'] section.attempt button"));
        one.waitForSelector("#trial form[action='/rules/save']");
        one.fill("#trial input[name=note]", "withheld callers, told by " + language);
        Browser.leave(one, () -> one.click("#trial form[action='/rules/save'] button"));
        one.waitForSelector("p.note.good[role=status]");

        Locator mine = waiting(one, language);
        assertThat(mine.textContent()).contains("CLI_WITHHELD 0.30 → 1.50", takeBack, harmed);
        assertThat(mine.locator("input[name=note]").count()).isZero();
        assertThat(one.locator("#trial form[action='/rules/save']").count()).isZero();
        Browser.shoot(one, "rules-asked-" + language);

        Page narrow = browser.open(language, ColorScheme.DARK, 360, true);
        browser.signIn(narrow, People.SECOND);
        browser.go(narrow, "/rules");
        assertThat(Browser.barriers(narrow)).isEmpty();
        assertThat(narrow.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
                .isEqualTo(0);
        Browser.shoot(narrow, "rules-waiting-narrow-" + language);

        Page other = browser.open(language, ColorScheme.LIGHT, 1360, false);
        browser.signIn(other, People.SECOND);
        browser.go(other, "/rules");
        assertThat(other.textContent(".more-places summary")).contains("(1)");
        Browser.shoot(other, "rules-waiting-" + language);
        waiting(other, language).locator("input[name=note]").fill("looked at them");
        Browser.leave(
                other,
                () -> waiting(other, language)
                        .locator("form button:not([formaction])")
                        .click());
        other.waitForSelector("p.note.good[role=status]");
        assertThat(other.locator("article[data-proposal]").count()).isZero();
        assertThat(other.inputValue("[name='w.CLI_WITHHELD']")).isEqualTo("1.50");
        Browser.shoot(other, "rules-confirmed-" + language);

        other.fill("form.find:not(.flat) input[name=note]", "as it was");
        Browser.leave(other, () -> other.click("form.find:not(.flat) button"));
        other.waitForSelector("p.note.good[role=status]");
        assertThat(other.inputValue("[name='w.CLI_WITHHELD']")).isEqualTo("0.30");
        browser.assertFaultless();
    }

    private static Locator waiting(Page page, String language) {
        return page.locator("article[data-proposal]", new Page.LocatorOptions().setHasText("told by " + language));
    }
}
