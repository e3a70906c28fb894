package dev.quell.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.screening.CallScreened;
import dev.quell.security.people.Role;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

class CallsPageTests extends ConsolePageTests {
    @Test
    void theLogShowsCallersAndNothingOfTheirMakingIsMarkup() throws Exception {
        Scene.HOSTILE.forEach(name -> scene.screen("+8613900008801", name));

        String html = html("/calls");

        assertThat(html).contains(">+8613900008801<", "&lt;script&gt;alert(1)&lt;/script&gt;");
        assertThat(html).doesNotContain("<script>alert", "<img src=x", "<svg/onload", "\u202E", " onmouseover='");
        assertThat(html).contains("${7*7} #{7*7} [[${7*7}]] __${7*7}__");
    }

    @ParameterizedTest
    @CsvSource({
        "caller=13900000001, +8613900000001, +8613900000002",
        "caller=%2B861390000000*, +8613900000002, +8613700000010",
        "caller=1390000000*, +8613900000002, +8613700000010",
        "caller=withheld, withheld, +8613900000002",
        "class=SILENT, +8613900000001, +8613700000010",
        "action=DETER, +8613900000002, +8613700000010",
        "agent=PJSIP/1001, +8613700000010, +8613900000001",
        "span=1h&outcome=GOOD_TALK, +8613700000011, withheld",
    })
    void filtersAreInTheAddress(String query, String shown, String hidden) throws Exception {
        String rows = rows(html("/calls?" + query));

        assertThat(rows).contains(">" + shown + "<");
        assertThat(rows).doesNotContain(">" + hidden + "<");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "caller=%22%3E%3Cscript%3E",
                "class=nonsense",
                "from=yesterday",
                "page=x",
                "least=101",
                "most=-1",
                "least=80&most=20",
                "least=5e1",
                "from=2026-11-22T10:00&to=2026-11-22T09:00"
            })
    void aFieldThatCannotBeReadIsMarkedAndFiltersNothing(String query) throws Exception {
        scene.screen("+8613900008802", "any other");

        String html = html("/calls?" + query);

        assertThat(html).contains("role=\"alert\"").doesNotContain("\"><script>");
        assertThat(rows(html)).contains(">+8613900008802<");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            caller=1390000000*&outcome=SILENT  | callers beginning with +861390000000 | Outcome: silent
            caller=%2B8613900000001&line=4001  | caller +8613900000001                | Line: 4001
            caller=12345678&span=24h           | case number 12345678                 | Drop a filter
            caller=8000                        | the short number 8000                | callers beginning with +868000
            caller=8000                        | by their end                         | /test?number=8000
            caller=%2B8613900000777&class=SILENT | callers beginning with +861390000 | Its calls of all time
            """)
    void whatWasUnderstoodIsSaidAndEachFilterCanBeDropped(String query, String one, String other) throws Exception {
        assertThat(html("/calls?" + query)).contains(one, other);
    }

    @Test
    void aFilterIsDroppedByItsLinkAndTheOthersStay() throws Exception {
        assertThat(html("/calls?caller=1390000000*&outcome=SILENT&span=24h"))
                .contains(
                        "href=\"/calls?outcome=SILENT&amp;span=24h\"",
                        "href=\"/calls?caller=1390000000%2A&amp;span=24h\"");
    }

    @Test
    void anEndOfANumberIsToldToFindNothing() throws Exception {
        assertThat(html("/calls?caller=*8000")).contains("role=\"alert\"", "cannot be looked for by their end", "138*");
    }

    @Test
    void whoeverIsShownMasksIsNotLedToFinerNeighbours() throws Exception {
        String html = page(Role.AUDITOR, "/calls?caller=%2B8613900000777").getContentAsString(StandardCharsets.UTF_8);

        assertThat(html).contains("No call matches").doesNotContain("beginning with", "13900000777*");
    }

    @Test
    void whatDecidedIsSaidBeforeAScoreThatDidNot() throws Exception {
        CallScreened call = scene.screen(Scene.BLOCKED, "again");

        String html = html("/calls/" + call.call().id())
                .replaceAll("<[^>]*>|\\s+", " ")
                .replaceAll(" +", " ");
        assertThat(html)
                .containsPattern("because the caller is on the block list → deter The score, [0-9]+ %, did not matter");
        assertThat(rows(html("/calls?caller=13900000002"))).contains(">by the block list<");
    }

    @Test
    void aCallSaysWhyAndWhatWouldHappenNow() throws Exception {
        CallScreened call = scene.screen(Scene.BLOCKED, "again");

        String html = html("/calls/" + call.call().id());

        assertThat(html).contains("the caller is on the block list", "On the block list", "BLOCK_LISTED", "li.na");
        assertThat(html).contains(call.caseNumber().digits());
        assertThat(html).doesNotContain(call.token().value());
    }

    @Test
    void blockingAndLiftingChangesWhatHappensNextAndIsShown() throws Exception {
        CallScreened call = scene.screen("+8613900000021", "x");
        String path = "/calls/" + call.call().id();

        MockHttpServletResponse blocked =
                submit(Role.ADMIN, path + "/block", "reason", "silent three times", "term", "DAY");
        assertThat(blocked.getRedirectedUrl()).isEqualTo(path + "?done=block");
        String html = html(path + "?done=block");
        assertThat(html)
                .contains("Blocked. What a call would meet now is shown below.", "silent three times", "by admin");

        String entry = html.replaceAll("(?s).*name=\"entry\" value=\"([0-9]+)\".*", "$1");
        assertThat(submit(Role.ADMIN, path + "/unblock", "entry", entry).getRedirectedUrl())
                .isEqualTo(path + "?done=unlist&entry=" + entry);
        assertThat(html(path + "?done=unlist&entry=" + entry)).contains("The block of +8613900000021 has ended.");
        String lifted = html(path).replaceAll("\\s+", " ");
        assertThat(lifted)
                .contains(
                        "Was on the block list:", "silent three times", "by admin, ", "until 20", "Lifted by admin, 20")
                .doesNotContain("On the block list");
        assertThat(submit(Role.ADMIN, path + "/unblock", "entry", entry).getRedirectedUrl())
                .isEqualTo(path + "?fault=GONE");
    }

    @ParameterizedTest
    @CsvSource({
        "+8616600001*, +8616600001234, +8616600001*",
        "+8616600002000-+8616600002999, +8616600002345, +8616600002000 to +8616600002999"
    })
    void aBlockOfManyIsNotLiftedForOneCallerUnasked(String pattern, String number, String all) throws Exception {
        scene.block(pattern, "campaign");
        CallScreened call = scene.screen(number, "x");
        String path = "/calls/" + call.call().id();

        for (String html : new String[] {html(path), html("/sources/" + number)}) {
            assertThat(html)
                    .contains("Lift the block of all " + all + "</summary>", "not only this caller’s", "Yes, of all")
                    .doesNotContain(">Lift the block<");
            assertThat(html.indexOf("Allow this number only")).isPositive().isLessThan(html.indexOf("of all " + all));
        }
        assertThat(rows(html("/calls?caller=" + number.substring(1))))
                .contains(">blocked<", "/allow\"")
                .doesNotContain("/unblock\"", "/block\"");

        assertThat(submit(Role.SECURITY, path + "/allow", "reason", "not meant", "term", "MONTH")
                        .getRedirectedUrl())
                .isEqualTo(path + "?done=allow");
        assertThat(html(path)).contains("On the allow list");
        assertThat(html("/calls/"
                        + scene.screen(number.replaceAll(".$", "9"), "").call().id()))
                .contains("On the block list");
    }

    @Test
    void aFlagStandsUntilItIsTakenBack() throws Exception {
        CallScreened call = scene.screen("+8613900000022", "x");
        String path = "/calls/" + call.call().id();

        submit(Role.SECURITY, path + "/flag", "reason", "ABUSE", "note", "shouted");
        String html = html(path);
        assertThat(html).contains("shouted");

        String flag = html.replaceAll("(?s).*name=\"flag\" value=\"([0-9]+)\".*", "$1");
        submit(Role.SECURITY, path + "/unflag", "flag", flag);
        assertThat(html(path)).doesNotContain("shouted");
    }

    @ParameterizedTest
    @CsvSource({"110, PROTECTED", "x:123, NUMBER"})
    void whatMayNotBeBlockedIsRefusedWithTheReason(String key, String fault) throws Exception {
        CallScreened call = scene.screen(key.startsWith("x") ? key : "i:" + key, "x");
        String path = "/calls/" + call.call().id();

        assertThat(submit(Role.ADMIN, path + "/block", "reason", "silent", "term", "DAY")
                        .getRedirectedUrl())
                .isEqualTo(path + "?fault=" + fault);
    }

    @Test
    void whoeverOnlyReadsIsShownNoFormAndRefusedOne() throws Exception {
        CallScreened call = scene.screen("+8613900000023", "x");
        String path = "/calls/" + call.call().id();

        assertThat(page(Role.AUDITOR, path).getContentAsString()).doesNotContain("/block", "/allow", "/flag\"");
        assertThat(submit(Role.AUDITOR, path + "/block", "reason", "x", "term", "DAY")
                        .getStatus())
                .isEqualTo(403);
        assertThat(page(Role.AGENT, "/calls").getStatus()).isEqualTo(403);
    }

    @Test
    void aRowsButtonsDoWhatIsUsualAndTheRowTellsWhatStands() throws Exception {
        CallScreened call = scene.screen("+8613900000024", "x");
        String path = "/calls/" + call.call().id();

        assertThat(submit(Role.SECURITY, path + "/block").getRedirectedUrl()).isEqualTo(path + "?done=block");
        assertThat(html(path)).contains("nuisance, case " + call.caseNumber().digits());
        String row = rows(html("/calls?caller=13900000024"));
        assertThat(row).contains(">blocked<", "/unblock\"").doesNotContain("/allow\"");

        String entry = row.replaceAll("(?s).*name=\"entry\" value=\"([0-9]+)\".*", "$1");
        submit(Role.SECURITY, path + "/unblock", "entry", entry);
        assertThat(rows(html("/calls?caller=13900000024")))
                .doesNotContain(">blocked<")
                .contains("/allow\"");
        assertThat(submit(Role.SECURITY, path + "/flag").getRedirectedUrl()).isEqualTo(path + "?done=flag");
        assertThat(html(path)).contains("no reason given");
        String flagged = rows(html("/calls?caller=13900000024"));
        assertThat(flagged).contains("/unflag\"").doesNotContain(">Flag<");
        submit(
                Role.SECURITY,
                path + "/unflag",
                "flag",
                flagged.replaceAll("(?s).*name=\"flag\" value=\"([0-9]+)\".*", "$1"));
        assertThat(rows(html("/calls?caller=13900000024"))).doesNotContain("/unflag\"");
        assertThat(page(Role.AUDITOR, "/calls?caller=13900000024").getContentAsString())
                .doesNotContain("/allow\"", "/flag\"");
    }

    @Test
    void scoresAreBoundedByPercents() throws Exception {
        assertThat(rows(html("/calls?caller=13900000002&most=98&least=0"))).contains(Scene.BLOCKED);
        assertThat(html("/calls?caller=13900000002&least=99"))
                .contains("No call matches")
                .doesNotContain("<tbody>");
    }

    @Test
    void theChartCountsWhatIsFilteredIfTheCountersCanTell() throws Exception {
        String whole = html("/calls?span=24h");
        assertThat(numbers(whole, "nuisance")).isGreaterThanOrEqualTo(5);
        assertThat(numbers(whole, "other")).isPositive();
        assertThat(whole.replaceAll("(?s).*data-starts=\"([^\"]*)\".*", "$1").split(" "))
                .hasSizeBetween(25, 26)
                .allMatch(CallsPageTests::isAnHourAsItIsCounted);

        String silent = html("/calls?span=24h&outcome=SILENT");
        assertThat(numbers(silent, "nuisance")).isEqualTo(numbers(whole, "nuisance"));
        assertThat(numbers(silent, "other")).isZero();
        assertThat(numbers(html("/calls?span=24h&caller=13900000001"), "nuisance"))
                .isEqualTo(5);
        assertThat(silent).doesNotContain("cannot tell the filtered ones apart");
        assertThat(html("/calls?span=24h&outcome=SILENT&line=4001")).contains("cannot tell the filtered ones apart");
    }

    /** Hours are counted as UTC has them, half past where the zone is half an hour off. */
    private static boolean isAnHourAsItIsCounted(String start) {
        ZoneOffset offset = ZoneId.systemDefault().getRules().getOffset(LocalDateTime.parse(start));
        return LocalDateTime.parse(start).toEpochSecond(offset) % 3_600 == 0;
    }

    private static long numbers(String html, String name) {
        return Arrays.stream(html.replaceAll("(?s).*data-" + name + "=\"([^\"]*)\".*", "$1")
                        .split(" "))
                .mapToLong(Long::parseLong)
                .sum();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/calls/pbx:1.1", "/calls/nonsense", "/calls/a:b:c"})
    void aCallThatIsNotThereIsMissing(String path) throws Exception {
        assertThat(page(Role.ADMIN, path).getStatus()).isEqualTo(404);
    }

    private static String rows(String html) {
        return html.substring(html.indexOf("<tbody>"), html.indexOf("</tbody>"));
    }
}
