package dev.quell.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListPattern;
import dev.quell.blocklist.proposal.Proposals;
import dev.quell.deed.Asker;
import dev.quell.deed.Confirmations;
import dev.quell.deed.Deeds;
import dev.quell.security.people.Account;
import dev.quell.security.people.Accounts;
import dev.quell.security.people.PasswordHash;
import dev.quell.security.people.Person;
import dev.quell.security.people.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What two people do with a range: one proposes it, another confirms it, the test page tells whom it means, and it is lifted; and what a proposal comes to whose author is gone. */
class ListsIT extends BrowserIT {

    private static final String REASON = "campaign of neighbouring numbers, told by the carrier";

    @Autowired
    Accounts accounts;

    @Autowired
    Deeds deeds;

    @Autowired
    Confirmations confirmations;

    @Autowired
    Clock clock;

    @Autowired
    Proposals proposals;

    /** What waits stands above the rows of the list, also in other tests. */
    @AfterEach
    void nothingWaits() {
        Person security = Person.of(accounts.find(Role.SECURITY.word()).orElseThrow());
        proposals.waiting().forEach(proposal -> confirmations.turnDown(proposal.id(), security));
    }

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

        assertThat(tried(one, first)).contains(inRange, from, to, REASON, Role.SECURITY.word(), People.SECOND);
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en-GB | lapsed.en | +8617012361* | disabled or there no more | propose it yourself
                    zh-CN | lapsed.zh | +8617012362* | 已停用或已不存在         | 请自行提交
                    """)
    void whatLapsedTellsWhyAndLeadsToTheFilledInForm(
            String language, String name, String pattern, String why, String wayOut) throws Exception {
        Instant now = clock.instant();
        Account author = new Account(
                name,
                "Zhao Min",
                Set.of(Role.SECURITY),
                Optional.empty(),
                new PasswordHash("{none}"),
                now,
                false,
                now,
                now);
        if (accounts.find(name).isEmpty()) {
            accounts.add(author);
        }
        deeds.listOrPropose(
                ListKind.BLOCK,
                ListPattern.parse(pattern),
                REASON,
                Optional.of(now.plus(Duration.ofDays(1))),
                Asker.of(Person.of(author)));
        accounts.change(name, account -> account.disabled(true, now), (before, after) -> List.of());
        Page page = browser.open(language, ColorScheme.LIGHT, 360, false);
        browser.signIn(page, People.SECOND);
        browser.go(page, "/lists");

        Locator lapsed = page.locator("div.undo", new Page.LocatorOptions().setHasText(pattern));
        assertThat(lapsed.textContent()).contains(name, why, wayOut);
        assertThat(lapsed.locator("form[action='/lists/confirm'] button:not([formaction])")
                        .count())
                .isZero();
        Browser.shoot(page, "lists-lapsed-" + language);
        assertFits(page);
        Browser.leave(page, () -> lapsed.locator("p.note a").click());
        assertThat(page.inputValue("form.ask input[name=number]")).isEqualTo(pattern);
        assertThat(page.inputValue("form.ask input[name=reason]")).isEqualTo(REASON);
        browser.go(page, "/lists");
        Browser.leave(
                page,
                () -> lapsed.locator("button[formaction='/lists/turn-down']").click());
        assertThat(page.textContent("main")).doesNotContain(pattern);
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
