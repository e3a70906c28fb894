package dev.quell.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.quell.flag.FlagReason;
import dev.quell.flag.Flags;
import dev.quell.screening.CallScreened;
import dev.quell.security.people.Role;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a reviewer does: a day's sample is judged with one key a call, and a dispute is decided by its case number. */
class FlagsIT extends BrowserIT {
    @Autowired
    Clock clock;

    @Autowired
    Flags flags;

    @Test
    void aSampleIsJudgedWithOneKeyACall() {
        scene.block("+8613900000081", "campaign");
        // No other test draws its sample from that day, be it midnight between them.
        ZonedDateTime noon =
                clock.instant().atZone(ZoneId.systemDefault()).minusDays(10).withHour(12);
        for (int i = 0; i < 3; i++) {
            scene.screenAt("+8613900000081", noon.toInstant());
        }
        Page page = browser.open("en-GB", ColorScheme.LIGHT, 1360, false);
        browser.signIn(page, Role.SECURITY);
        browser.go(page, "/flags/reviews?day=" + noon.toLocalDate());
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
        Browser.leave(page, () -> page.keyboard().press(key));
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
        Browser.leave(page, () -> page.keyboard().press("Enter"));
        assertThat(page.url()).contains("case=");
        Browser.shoot(page, "flags-dispute-zh");

        Browser.leave(page, () -> page.click("button:has-text('误拦：解除并加白')"));

        assertThat(page.textContent("[role=status]")).contains("该号码的拦截已解除，并加白 30 天");
        assertThat(page.textContent("main")).contains("误拦", number);
        browser.assertFaultless();
    }

    @ParameterizedTest
    @CsvSource({
        "en-GB, 2 agents flagged this caller (abuse · sales)., Take back, One agent flagged this caller, en, +8613900000083",
        "zh-CN, 2 名坐席标记过该主叫（辱骂 · 推销）。, 撤回, 1 名坐席标记过该主叫, zh, +8613900000084"
    })
    void whoFlaggedACallerIsSeenAndTheFlagsAreTakenBackInTheDrawer(
            String language, String says, String undo, String then, String name, String number) {
        CallScreened flagged = scene.screen(number, "");
        flags.flag(flagged.call().id(), flagged.call().caller(), "PJSIP/8003", FlagReason.SALES, "gold");
        flags.flag(flagged.call().id(), flagged.call().caller(), "PJSIP/8004", FlagReason.ABUSE, Scene.HOSTILE.get(1));
        CallScreened deterred = scene.screen(number, "");
        Page page = browser.open(language, ColorScheme.LIGHT, 1360, false);
        browser.signIn(page, Role.SECURITY);
        browser.go(page, "/calls?caller=" + number.substring(3));
        page.click("tr[data-row='" + deterred.call().id() + "'] td:nth-child(4)");

        Browser.filled(page, "#drawer #why");
        assertThat(page.textContent("#drawer")).contains(says, "PJSIP/8003", "PJSIP/8004");
        Browser.shoot(page, "flagged-drawer-" + name);
        page.click("#drawer form[action$='/unflag'] button:text-is('" + undo + "') >> nth=0");
        Browser.filled(page, "#drawer [role=status]");
        assertThat(page.textContent("#drawer")).contains(then);

        Browser.leave(page, () -> page.click("#drawer a[href^='/flags?caller=']"));
        assertThat(page.locator("tbody tr[data-row]").count()).isEqualTo(2);
        Browser.shoot(page, "flags-on-caller-" + name);
        browser.go(page, "/sources/" + number);
        Browser.shoot(page, "source-flagged-" + name);
        browser.assertFaultless();
    }
}
