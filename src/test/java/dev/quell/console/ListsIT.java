package dev.quell.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.quell.security.people.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What two people do with a range: one proposes it, another confirms it, the test page tells whom it means, and it is lifted. */
class ListsIT extends BrowserIT {

    private static final String REASON = "campaign of neighbouring numbers, told by the carrier";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en-GB | 0755-61230000~61239998   | 075561230000 | 075561239998 | 075561239999 | +86755612300000 | Block | in the range | and all between
                    zh-CN | 0755-61240000至61249998 | 075561240000 | 075561249998 | 075561249999 | +86755612400000 | 拦截  | 号段         | 全部号码
                    """)
    void aRangeIsProposedConfirmedTriedAndLifted(
            String language,
            String written,
            String first,
            String last,
            String outside,
            String longer,
            String block,
            String inRange,
            String between) {
        String from = "+86" + first.substring(1);
        String to = "+86" + last.substring(1);
        scene.silent(to);
        scene.silent("+86" + outside.substring(1));
        Page one = browser.open(language, ColorScheme.LIGHT, 360, false);
        browser.signIn(one, Role.SECURITY);
        browser.go(one, "/lists");
        one.fill("form.ask input[name=number]", written);
        one.fill("form.ask input[name=reason]", REASON);
        Browser.leave(one, () -> one.click("form.ask button[type=submit]"));

        Locator preview = one.locator("section", new Page.LocatorOptions().setHas(one.locator("p.verdict")));
        assertThat(preview.locator("h2").textContent()).contains(block, from + "-" + to);
        assertThat(preview.locator("p.verdict").textContent()).containsPattern("\\b1\\b.*\\b1\\b.*\\b0\\b");
        assertFits(one);
        Browser.shoot(one, "lists-range-preview-" + language);
        Browser.leave(one, () -> preview.locator("form.undo button").click());
        one.waitForSelector("p.note.good[role=status]");
        assertThat(one.textContent("main")).contains(from + "-" + to);
        Browser.shoot(one, "lists-range-proposed-" + language);
        assertFits(one);
        assertThat(tried(one, last)).doesNotContain(inRange);

        Page other = browser.open(language, ColorScheme.LIGHT, 360, false);
        browser.signIn(other, People.SECOND);
        browser.go(other, "/lists");
        Locator asked = other.locator("div.undo", new Page.LocatorOptions().setHasText(from + "-" + to));
        Browser.leave(
                other,
                () -> asked.locator("form[action='/lists/confirm'] button:not([formaction])")
                        .click());
        other.waitForSelector("p.note.good");
        assertThat(row(other, from, to).textContent()).contains(between);
        assertThat(row(other, from, to).locator("td").first().evaluate("cell => cell.scrollWidth - cell.clientWidth"))
                .isEqualTo(0);
        assertFits(other);
        Browser.shoot(other, "lists-range-made-" + language);

        assertThat(tried(one, first)).contains(inRange, from, to, REASON);
        assertThat(tried(one, last)).contains(inRange, from, to);
        Browser.shoot(one, "test-range-" + language);
        assertFits(one);
        assertThat(tried(one, outside)).doesNotContain(inRange, REASON);
        assertThat(tried(one, longer)).doesNotContain(inRange, REASON);

        row(other, from, to).locator("details.menu summary").click();
        row(other, from, to).locator("input[name=reason]").fill("over");
        Browser.shoot(other, "lists-range-lifting-" + language);
        assertFits(other);
        Browser.leave(
                other,
                () -> row(other, from, to).locator("form.menu-body button").click());
        other.waitForSelector("p.note.good");
        assertThat(other.textContent("main")).doesNotContain(from + "-" + to);
        assertThat(tried(one, last)).doesNotContain(inRange, REASON);
        browser.assertFaultless();
    }

    private static Locator row(Page page, String from, String to) {
        return page.locator("tr[data-row]", new Page.LocatorOptions().setHasText(from + "-" + to));
    }

    /** What the test page says of a number. */
    private String tried(Page page, String number) {
        browser.go(page, "/test");
        page.fill("form.ask input[name=number]", number);
        Browser.leave(page, () -> page.click("form.ask button[type=submit]"));
        return page.textContent("div.two section.why");
    }

    /** Nothing is beside the window. */
    private static void assertFits(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
                .isEqualTo(0);
    }
}
