package dev.quell.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.blocklist.BlockListService;
import dev.quell.call.CallerNumber;
import dev.quell.call.Wilson;
import dev.quell.flag.FlagReason;
import dev.quell.flag.Flags;
import dev.quell.review.ReviewStore;
import dev.quell.screening.CallScreened;
import dev.quell.security.people.Role;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class FlagsPageTests extends ConsolePageTests {
    @Autowired
    Flags flags;

    @Autowired
    BlockListService lists;

    @Autowired
    ReviewStore reviews;

    private void flag(String number, String agent, FlagReason reason, String note) {
        CallScreened call = scene.screen(number, "");
        flags.flag(call.call().id(), call.call().caller(), agent, reason, note);
    }

    @Test
    void flagsAreFoundByAgentReasonAndState() throws Exception {
        flag("+8613700000101", "PJSIP/7001", FlagReason.SALES, "<script>alert(1)</script>");
        flag("+8613700000102", "PJSIP/7001", FlagReason.THREAT, "");
        flag("+8613700000103", "PJSIP/7002", FlagReason.SALES, "");
        flags.undoLast("PJSIP/7002");

        assertThat(html("/flags?agent=PJSIP/7001&reason=SALES"))
                .contains("+8613700000101", "&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("+8613700000102", "+8613700000103", "<script>alert");
        assertThat(html("/flags?state=undone")).contains("+8613700000103").doesNotContain("+8613700000101");
        assertThat(html("/flags?state=standing&span=24h"))
                .contains("+8613700000101", "+8613700000102")
                .doesNotContain("+8613700000103");
        assertThat(html("/flags?agent=nobody")).contains("No flag is like that.");
    }

    @Test
    void aFlagIsTakenBackOnce() throws Exception {
        flag("+8613700000104", "PJSIP/7004", FlagReason.PRANK, "");
        String flag = first("name=\"flag\" value=\"([0-9]+)\"", html("/flags?agent=PJSIP/7004"));

        assertThat(submit(Role.SECURITY, "/flags/undo", "flag", flag).getRedirectedUrl())
                .isEqualTo("/flags?note=undone");
        assertThat(submit(Role.SECURITY, "/flags/undo", "flag", flag).getRedirectedUrl())
                .isEqualTo("/flags?note=gone");
        assertThat(html("/flags?agent=PJSIP/7004")).contains("taken back 2");
    }

    @Test
    void flagsAreFoundByCallerAndWhoeverSeesMasksNamesOneOnlyByItsKey() throws Exception {
        flag("+8613700000111", "PJSIP/7011", FlagReason.SALES, "sells gold");
        flag("+8613700000112", "PJSIP/7011", FlagReason.THREAT, "");

        assertThat(html("/flags?caller=13700000111"))
                .contains("On this caller:", "sells gold")
                .doesNotContain("+8613700000112", "cannot be read");
        assertThat(html("/flags?caller=nobody")).contains("That caller cannot be read", "+8613700000112");

        String masked = masked("/flags?caller=%2B8613700000111");
        assertThat(masked).contains("That caller cannot be read", "sells gold", ">threat<");
        String call =
                masked("/calls/" + scene.screen("+8613700000111", "").call().id());
        String sealed = first("href=\"(/flags\\?caller=m\\.[^\"]+)\"", call);
        assertThat(masked(sealed))
                .contains("On this caller:", "sells gold", "name=\"caller\" value=\"m.")
                .doesNotContain("13700000111", "cannot be read");
        assertThat(all("data-row=\"([0-9]+)\"", masked(sealed))).hasSize(1);
    }

    private String masked(String path) throws Exception {
        return page(Role.AUDITOR, path).getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void aCallShowsTheFlagsOnItsCallerAndTheyAreTakenBackFromItsDrawer() throws Exception {
        flag("+8613700000113", "PJSIP/7013", FlagReason.ABUSE, "swore");
        flag("+8613700000113", "PJSIP/7014", FlagReason.SALES, "");
        flag("+8613700000114", "PJSIP/7013", FlagReason.ABUSE, "another one");
        String path = "/calls/" + scene.screen("+8613700000113", "").call().id();

        String html = html(path);
        assertThat(html)
                .contains("2 agents flagged this caller (", "abuse", "swore")
                .contains("by PJSIP/7013", "by PJSIP/7014", "/flags?caller=%2B8613700000113")
                .doesNotContain("another one");
        assertThat(html(path + "?lang=zh")).contains("2 名坐席标记过该主叫（");
        assertThat(page(Role.AUDITOR, path).getContentAsString(StandardCharsets.UTF_8))
                .contains("2 agents flagged this caller (")
                .doesNotContain(">Take back<");

        String flag = first("name=\"flag\" value=\"([0-9]+)\"", html);
        assertThat(submit(Role.SECURITY, path + "/unflag", "flag", flag).getRedirectedUrl())
                .isEqualTo(path + "?done=unflag");
        assertThat(submit(Role.SECURITY, path + "/unflag", "flag", flag).getRedirectedUrl())
                .isEqualTo(path + "?fault=GONE");
        assertThat(html(path)).contains("One agent flagged this caller (");
    }

    @Test
    void aSourceShowsTheFlagsOnItAndOnlyThoseAreTakenBackThere() throws Exception {
        flag("+8613700000115", "PJSIP/7015", FlagReason.ABUSE, "swore");
        flag("+8613700000116", "PJSIP/7016", FlagReason.ABUSE, "");
        String other = first("name=\"flag\" value=\"([0-9]+)\"", html("/flags?caller=13700000116"));
        String path = "/sources/+8613700000115";

        assertThat(html(path)).contains("One agent flagged this caller (abuse).", "swore");
        assertThat(submit(Role.SECURITY, path + "/unflag", "flag", other).getRedirectedUrl())
                .isEqualTo(path + "?fault=GONE");
        String flag = first("name=\"flag\" value=\"([0-9]+)\"", html(path));
        assertThat(submit(Role.SECURITY, path + "/unflag", "flag", flag).getRedirectedUrl())
                .isEqualTo(path + "?done=unflag");
        assertThat(html(path)).doesNotContain("flagged this caller");
        assertThat(submit(Role.AUDITOR, path + "/unflag", "flag", other).getStatus())
                .isEqualTo(403);
    }

    @Test
    void aCallerWhoShowsNoNumberIsNotAskedForTheFlagsOnAllSuch() throws Exception {
        flag("withheld", "PJSIP/7017", FlagReason.ABUSE, "somebody else");

        assertThat(html("/calls/" + scene.screen("withheld", "").call().id())).doesNotContain("somebody else");
    }

    @Test
    void aCallerWhoWasWronglyBlockedIsLiftedAndAllowedInOneGo() throws Exception {
        scene.block("+8613700000105", "by mistake");
        CallScreened call = scene.screen("+8613700000105", "Chen");
        String number = call.caseNumber().digits();
        assertThat(html("/flags/disputes?case=" + number))
                .contains("+8613700000105", "Wrongly blocked: lift and allow");

        assertThat(submit(Role.SECURITY, "/flags/disputes/wrong", "case", number, "text", "a customer")
                        .getRedirectedUrl())
                .isEqualTo("/flags/disputes?case=" + number + "&note=lifted");

        assertThat(lists.test(CallerNumber.ofKey("+8613700000105")).orElseThrow())
                .satisfies(entry -> assertThat(entry.kind()).hasToString("ALLOW"))
                .satisfies(entry -> assertThat(entry.reason()).isEqualTo("case " + number + ": a customer"))
                .satisfies(entry -> assertThat(entry.author()).isEqualTo("security"));
        assertThat(html("/lists?find=13700000105")).contains("No entry of this list means that number.");
        assertThat(html("/flags/disputes")).contains(number, "wrongly blocked", "a customer");
        assertThat(html("/audit?subject=call%20" + call.call().id())).contains("decided a dispute");
    }

    @Test
    void aCallerWhoWasRightlyTreatedStaysBlocked() throws Exception {
        scene.block("+8613700000106", "silent for days");
        String number = scene.screen("+8613700000106", "").caseNumber().digits();

        assertThat(submit(Role.SECURITY, "/flags/disputes/right", "case", number, "text", "")
                        .getRedirectedUrl())
                .isEqualTo("/flags/disputes?case=" + number + "&note=upheld");

        assertThat(lists.test(CallerNumber.ofKey("+8613700000106"))
                        .orElseThrow()
                        .reason())
                .isEqualTo("silent for days");
        assertThat(html("/flags/disputes?case=" + number)).contains("rightly treated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "123456789", "00000000", "%3Cscript%3E"})
    void aCaseThatIsNoneIsSaidToBeMissing(String number) throws Exception {
        assertThat(html("/flags/disputes?case=" + number))
                .contains("No call has that case number.")
                .doesNotContain("<script>");
    }

    @Test
    void yesterdaysVerdictsAreDrawnJudgedAndMeasured() throws Exception {
        scene.block("+8613700000107", "campaign");
        ZoneId zone = ZoneId.systemDefault();
        LocalDate day = LocalDate.now(clock.withZone(zone)).minusDays(1);
        for (int i = 0; i < 25; i++) {
            scene.screenAt("+8613700000107", day.atTime(12, 0).atZone(zone).toInstant());
        }
        String before = html("/flags/reviews");
        List<String> drawn = all("name=\"call\" value=\"([^\"]+)\"", before);
        assertThat(drawn).hasSize(20);
        assertThat(before).contains("0 of 20 judged", day.toString()).contains("data-next=\"true\"");
        assertThat(all("name=\"call\" value=\"([^\"]+)\"", html("/flags/reviews?day=" + day)))
                .isEqualTo(drawn);

        for (int i = 0; i < 10; i++) {
            assertThat(submit(
                                    Role.SECURITY,
                                    "/flags/reviews",
                                    "call",
                                    drawn.get(i),
                                    "judgement",
                                    i == 0 ? "WRONG" : i == 1 ? "UNSURE" : "RIGHT")
                            .getRedirectedUrl())
                    .isEqualTo("/flags/reviews?day=" + day);
        }

        Wilson.Interval interval = Wilson.interval(1, 9, Wilson.Z_95);
        assertThat(html("/flags/reviews"))
                .contains("10 of 20 judged", "9 judged, 1 of them wrong; 1 more could not be told.")
                .contains(String.format(
                        Locale.ROOT,
                        "11.1 %% of the verdicts to divert were wrong (95 %%: %.1f to %.1f %%).",
                        interval.lower() * 100,
                        interval.upper() * 100));
    }

    @Test
    void onlyWhatWasDrawnIsJudged() throws Exception {
        String today = scene.screen("+8613700000108", "").call().id().toString();
        assertThat(submit(Role.ADMIN, "/flags/reviews", "call", today, "judgement", "RIGHT")
                        .getStatus())
                .isEqualTo(404);
        assertThat(submit(Role.ADMIN, "/flags/reviews", "call", "nonsense", "judgement", "RIGHT")
                        .getStatus())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/flags/undo", "/flags/reviews", "/flags/disputes/right", "/flags/disputes/wrong"})
    void whoeverOnlyReadsDecidesNothing(String path) throws Exception {
        assertThat(submit(Role.AUDITOR, path).getStatus()).isEqualTo(403);
        assertThat(page(Role.AGENT, "/flags").getStatus()).isEqualTo(403);
    }

    @Test
    void whoeverOnlyReadsSeesNoForm() throws Exception {
        String number = scene.screen("+8613700000109", "").caseNumber().digits();
        assertThat(page(Role.AUDITOR, "/flags/disputes?case=" + number).getContentAsString())
                .contains(number)
                .doesNotContain("/flags/disputes/wrong");
    }

    private static String first(String pattern, String text) {
        return all(pattern, text).getFirst();
    }

    private static List<String> all(String pattern, String text) {
        List<String> found = new ArrayList<>();
        for (MatchResult match :
                Pattern.compile(pattern).matcher(text).results().toList()) {
            found.add(match.group(1));
        }
        return found;
    }
}
