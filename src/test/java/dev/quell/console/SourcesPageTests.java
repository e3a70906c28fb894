package dev.quell.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.security.people.Role;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourcesPageTests extends ConsolePageTests {
    private static String rows(String html) {
        return html.substring(html.indexOf("<tbody>"), html.indexOf("</tbody>"));
    }

    @Test
    void whoDisturbedMostIsFirstWithItsShareAndLists() throws Exception {
        String rows = rows(html("/sources?span=7d"));

        assertThat(rows.indexOf(Scene.SILENT)).isPositive();
        assertThat(rows).contains("5 silent, 0 noise, 0 flags", "5 (83 %)");
        assertThat(rows.indexOf(Scene.SILENT)).isLessThan(rows.indexOf(Scene.BLOCKED));
        assertThat(rows).contains(">blocked<", ">allowed<", ">on no list<");
    }

    @Test
    void aPrefixNarrowsAndANumberLeadsToItsPage() throws Exception {
        String rows = rows(html("/sources?caller=%2B861390000000*&by=CALLS"));

        assertThat(rows).contains(Scene.SILENT, Scene.BLOCKED).doesNotContain("+8613700000010");
        assertThat(page(Role.ADMIN, "/sources?caller=13900000001").getRedirectedUrl())
                .isEqualTo("/sources/" + Scene.SILENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "caller=%22%3E%3Cscript%3E",
                "caller=*",
                "from=2026-11-22&to=2026-11-21",
                "from=yesterday",
                "span=nonsense"
            })
    void aFieldThatCannotBeReadIsMarkedAndFiltersNothing(String query) throws Exception {
        String html = html("/sources?" + query);

        assertThat(html).contains("role=\"alert\"").doesNotContain("\"><script>");
        assertThat(rows(html)).contains(Scene.SILENT);
    }

    @Test
    void aSourceTellsWhereItIsFromWhatItDidAndWhatWasDone() throws Exception {
        String html = html("/sources/" + Scene.SILENT);

        assertThat(html).contains("6 in the period, 5 of them silent or noise", "silent", "4001", "again within 1 h");
        assertThat(html).contains("+86139000000*", Scene.BLOCKED);
        assertThat(html("/sources/" + Scene.BLOCKED))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "in force", "li.na");
        assertThat(html).doesNotContain("<script>alert");
        assertThat(html("/sources/+8613700000011?lang=zh")).contains("归属地", "运营商", "中国移动");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sources/withheld", "/sources/x:123", "/sources/i:8001", "/sources/+8613800138999"})
    void everyKindOfCallerHasAPageAlsoOneThatNeverCalled(String path) throws Exception {
        assertThat(html(path)).contains("<h1 class=\"num\">");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sources/nobody",
                "/sources/%3Cscript%3E",
                "/sources/m.AAAA",
                "/sources/99999999999999999999999999999999999999999999999999"
            })
    void whatNamesNoSourceIsMissing(String path) throws Exception {
        assertThat(page(Role.ADMIN, path).getStatus()).isEqualTo(404);
    }

    @Test
    void blockingAndLiftingIsShownAndStaysInTheHistory() throws Exception {
        String path = "/sources/+8613900008841";

        assertThat(submit(Role.SECURITY, path + "/block", "reason", "silent three times", "term", "DAY")
                        .getRedirectedUrl())
                .isEqualTo(path + "?done=block");
        String html = html(path + "?done=block");
        assertThat(html).contains("Blocked. What a call would meet", "silent three times", "in force");

        String entry = html.replaceAll("(?s).*name=\"entry\" value=\"([0-9]+)\".*", "$1");
        assertThat(submit(Role.SECURITY, path + "/unblock", "entry", entry).getRedirectedUrl())
                .isEqualTo(path + "?done=unlist&entry=" + entry);
        assertThat(html(path + "?done=unlist&entry=" + entry)).contains("The block of +8613900008841 has ended.");
        assertThat(html(path))
                .contains("silent three times", "lifted by a person")
                .doesNotContain("in force");
        assertThat(submit(Role.SECURITY, path + "/unblock", "entry", entry).getRedirectedUrl())
                .isEqualTo(path + "?fault=GONE");
    }

    @ParameterizedTest
    @CsvSource({"i:110, silent, PROTECTED", "withheld, silent, NUMBER", "+8613900008842, ' ', REASON"})
    void whatMayNotBeBlockedIsRefusedWithTheReason(String key, String reason, String fault) throws Exception {
        assertThat(submit(Role.ADMIN, "/sources/" + key + "/block", "reason", reason, "term", "DAY")
                        .getRedirectedUrl())
                .isEqualTo("/sources/" + key + "?fault=" + fault);
    }

    @Test
    void whoeverDoesNotSeeNumbersWholeIsGivenNoneNotInAddressesEither() throws Exception {
        String list = page(Role.AUDITOR, "/sources?span=7d").getContentAsString(StandardCharsets.UTF_8);
        assertThat(list).doesNotContain("13900000001", "13700000010").contains("/sources/m.");

        String path = list.replaceAll("(?s).*?href=\"(/sources/m\\.[A-Za-z0-9_.-]+).*", "$1");
        String one = page(Role.AUDITOR, path).getContentAsString(StandardCharsets.UTF_8);
        assertThat(one).contains("again within 1 h").doesNotContain("13900000001", "/block", "/allow\"");
        assertThat(page(Role.AUDITOR, "/sources/campaigns").getContentAsString(StandardCharsets.UTF_8))
                .doesNotContain("1390000000", "1370000001");
        assertThat(submit(Role.AUDITOR, path + "/block", "reason", "x", "term", "DAY")
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void neighboursThatDisturbTogetherAreACampaign() throws Exception {
        for (int i = 0; i < 3; i++) {
            scene.silent("+861880000770" + i);
        }

        String html = html("/sources/campaigns?span=today&caller=%2B86188*");

        assertThat(html).contains("+86188000077*", "3 numbers, in the newest 3 calls", "3 within one hour");
        assertThat(html).contains("3 of them share", "sip.example.net|Phone/1.0|alaw");
        assertThat(html("/sources/campaigns?span=today&caller=%2B86189*")).contains("no three act as one");
    }

    @Test
    void whatACampaignUsedOfItsHundredNumbersIsBlockedAsThatRange() throws Exception {
        for (String number : new String[] {"+8618800008803", "+8618800008811", "+8618800008817"}) {
            scene.silent(number);
        }
        String html = html("/sources/campaigns?span=today&caller=%2B86188000088*");

        assertThat(html).contains("Block +8618800008803 to +8618800008817 only: preview");
        assertThat(html(link(html, "8618800008803")))
                .contains("+8618800008803-+8618800008817", "3 calls", "need two people")
                .doesNotContain("+86188000088*");
        assertThat(page(Role.AUDITOR, "/sources/campaigns?span=today").getContentAsString(StandardCharsets.UTF_8))
                .doesNotContain("8618800008803");
    }

    @Test
    void aCampaignOfAWholeHundredIsBlockedAsTheseNumbersAndNotAsAllThatBeginSo() throws Exception {
        for (String number : new String[] {"+8618800009900", "+8618800009950", "+8618800009999", "+861880000995"}) {
            scene.silent(number);
        }
        String html = html("/sources/campaigns?span=today&caller=%2B86188000099*");

        assertThat(html(link(html, "8618800009900")))
                .contains("+8618800009900-+8618800009999", "3 calls")
                .doesNotContain("+86188000099*");
        assertThat(html(link(html, "86188000099\\*"))).contains("+86188000099*");
    }

    /** Where the link of the page leads whose number begins so. */
    private static String link(String html, String number) {
        return html.replaceAll(
                        "(?s).*?href=\"(/lists\\?list=block&amp;number=(?:\\+|%2B)" + number + "[^\"]*)\".*", "$1")
                .replace("&amp;", "&");
    }
}
