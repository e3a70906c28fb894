package dev.quell.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListPattern;
import dev.quell.deed.Asker;
import dev.quell.deed.Deeds;
import dev.quell.security.audit.AuditEntry;
import dev.quell.security.audit.AuditLog;
import dev.quell.security.audit.Deed;
import dev.quell.security.people.Account;
import dev.quell.security.people.Accounts;
import dev.quell.security.people.PasswordHash;
import dev.quell.security.people.Person;
import dev.quell.security.people.Role;
import dev.quell.testing.SignedInAs;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

class ListsPageTests extends ConsolePageTests {
    @Autowired
    AuditLog audit;

    @Autowired
    Accounts accounts;

    @Autowired
    Deeds deeds;

    @Test
    void theListsShowWhoMadeWhatAndWhy() throws Exception {
        assertThat(html("/lists"))
                .contains(Scene.BLOCKED, "li.na", "&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert");
        assertThat(html("/lists?list=allow")).contains(Scene.ALLOWED, "key customer, contract 4711", "for good");
    }

    @Test
    void aPreviewCountsTheCallsAndMakesNothing() throws Exception {
        String html = html("/lists?list=block&number=%2B861370000001*&reason=campaign&term=WEEK");

        assertThat(html).contains("calls of 10 numbers in 30 days, 10 of them good talks", "Good talks are customers.");
        assertThat(html).contains("href=\"/calls?caller=%2B861370000001*&amp;span=30d\"");
        assertThat(html("/lists")).doesNotContain("+861370000001*");
    }

    @Test
    void anEntryIsMadeFoundAndEnded() throws Exception {
        MockHttpServletResponse made = submit(
                Role.SECURITY,
                "/lists/block",
                "list",
                "block",
                "number",
                "13900000041",
                "reason",
                "prank",
                "term",
                "HOUR");
        assertThat(made.getRedirectedUrl()).isEqualTo("/lists?list=block&note=added");

        String html = html("/lists?find=13900000041");
        assertThat(html).contains("+8613900000041", "prank", "security");
        String entry = html.replaceAll("(?s).*name=\"entry\" value=\"([0-9]+)\".*", "$1");
        assertThat(submit(Role.SECURITY, "/lists/unblock", "entry", entry, "reason", "mistake")
                        .getRedirectedUrl())
                .isEqualTo("/lists?list=block&note=removed");
        assertThat(html("/lists?find=13900000041")).contains("No entry of this list means that number.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <script>    | x | NUMBER
                    +86*        | x | NUMBER
                    13900000042 | '' | REASON
                    110         | x | PROTECTED
                    """)
    void whatCannotBeIsRefusedWithTheReason(String number, String reason, String note) throws Exception {
        assertThat(submit(
                                Role.ADMIN,
                                "/lists/block",
                                "list",
                                "block",
                                "number",
                                number,
                                "reason",
                                reason,
                                "term",
                                "DAY")
                        .getRedirectedUrl())
                .isEqualTo("/lists?list=block&note=" + note);
    }

    @Test
    void whoeverOnlyReadsMakesNothing() throws Exception {
        assertThat(page(Role.AUDITOR, "/lists?list=block&number=13900000001&reason=x&term=DAY")
                        .getContentAsString())
                .doesNotContain("name=\"number\"", "/lists/unblock", "calls in 30 days", "class=\"verdict\"");
        assertThat(submit(Role.AUDITOR, "/lists/allow", "list", "allow", "number", "13900000043", "reason", "x")
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void aRangeIsProposedByOneAndConfirmedByAnother() throws Exception {
        String[] wanted = {
            "list", "block", "number", "0755-61230000 – 0755-61239998", "reason", "campaign", "term", "DAY"
        };
        assertThat(html("/lists?list=block&number=075561230000-075561239998&reason=campaign&term=DAY"))
                .contains("+8675561230000-+8675561239998", "need two people", "Propose");
        assertThat(submit(Role.SECURITY, "/lists/block", wanted).getRedirectedUrl())
                .isEqualTo("/lists?list=block&note=proposed");
        String proposal = html("/lists").replaceAll("(?s).*name=\"proposal\" value=\"([0-9a-f]+)\".*", "$1");
        assertThat(submit(Role.ADMIN, "/lists/confirm", "proposal", proposal).getRedirectedUrl())
                .isEqualTo("/lists?list=block&note=added");
        assertThat(html("/lists?find=075561234567"))
                .contains("+8675561230000-+8675561239998", "these two numbers and all between");
        assertThat(html("/lists?find=075561239999")).contains("No entry of this list means that number.");
    }

    @Test
    void aRangeThatIsAllOfAPrefixIsPreviewedAsThatRange() throws Exception {
        assertThat(html("/lists?list=block&number=17000047000-17000047999&reason=campaign&term=DAY"))
                .contains("+8617000047000-+8617000047999", "need two people")
                .doesNotContain("+8617000047*");
    }

    @Test
    void aRangeThatCanBeNoneIsSaidToBeWhy() throws Exception {
        assertThat(html("/lists?list=block&number=075561239998-075561230000&reason=campaign&term=DAY"))
                .contains("must be the smaller one");
        assertThat(submit(
                                Role.SECURITY,
                                "/lists/block",
                                "list",
                                "block",
                                "number",
                                "17000047000~18000047000",
                                "reason",
                                "campaign",
                                "term",
                                "DAY")
                        .getRedirectedUrl())
                .isEqualTo("/lists?list=block&note=RANGE_SIZE");
        assertThat(html("/lists?list=block&note=RANGE_SIZE")).contains("at most a million numbers");
    }

    @Test
    void aPrefixIsProposedByOneAndConfirmedByAnother() throws Exception {
        String[] wanted = {"list", "block", "number", "+8617012345*", "reason", "campaign", "term", "DAY"};
        assertThat(html("/lists?list=block&number=%2B8617012345*&reason=campaign&term=DAY"))
                .contains("need two people", "Propose");
        assertThat(submit(Role.SECURITY, "/lists/block", wanted).getRedirectedUrl())
                .isEqualTo("/lists?list=block&note=proposed");
        assertThat(html("/lists?find=17012345000")).contains("No entry of this list means that number.");

        String waiting = html("/lists");
        assertThat(waiting).contains("Waiting for a second person", "+8617012345*", "until 20", "proposed by security");
        String proposal = waiting.replaceAll("(?s).*name=\"proposal\" value=\"([0-9a-f]+)\".*", "$1");
        assertThat(submit(Role.SECURITY, "/lists/confirm", "proposal", proposal).getRedirectedUrl())
                .isEqualTo("/lists?list=block&note=OWN");
        assertThat(submit(Role.ADMIN, "/lists/confirm", "proposal", proposal).getRedirectedUrl())
                .isEqualTo("/lists?list=block&note=added");
        assertThat(submit(Role.ADMIN, "/lists/confirm", "proposal", proposal).getRedirectedUrl())
                .isEqualTo("/lists?list=block&note=GONE");

        assertThat(html("/lists?find=17012345000"))
                .contains("+8617012345*", "security", "proposed it; admin confirmed it");
        assertThat(html("/test?number=17012345000")).contains("proposed by security, confirmed by admin, 20");
        assertThat(html("/sources/+8617012345000"))
                .contains("proposed by security, confirmed by admin, 20", "proposed it; admin confirmed it");
        assertThat(html("/audit?deed=entry-proposed")).contains("blocklist +8617012345*", "campaign");
    }

    @Test
    void twoWhomAThirdOneMadeAndWhoHavePasswordsOfTheirOwnAreTwo() throws Exception {
        made("zhao", "security");
        made("zhao", "wang.wei");
        made("zhao", "admin");
        String proposal = proposal("+8617012346*");

        assertThat(html("/lists")).doesNotContain("count as one person");
        assertThat(submit(Role.ADMIN, "/lists/confirm", "proposal", proposal).getRedirectedUrl())
                .isEqualTo("/lists?list=block&note=added");
    }

    @Test
    void whoseAccountTheProposerMadeIsToldWhyAndWhoConfirms() throws Exception {
        made("security", "admin-security");
        String proposal = proposal("+8617012347*");
        MockHttpSession second = SignedInAs.roles(service, Role.ADMIN, Role.SECURITY);

        String html = ask(MockMvcRequestBuilders.get("/lists").session(second).accept("text/html"))
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(html.replaceAll("<[^>]*>", ""))
                .containsPattern(
                        "admin-security count as one person for it\\. security made the account admin-security on [^<]{6,20}\\.");
        assertThat(ask(MockMvcRequestBuilders.post("/lists/confirm")
                                .session(second)
                                .with(csrf())
                                .param("proposal", proposal))
                        .getRedirectedUrl())
                .isEqualTo("/lists?list=block&note=HANDLED");
        submit(Role.SECURITY, "/lists/turn-down", "proposal", proposal);
    }

    @Test
    void whatSomebodyWantsWhoMayHaveItNoMoreIsShownAsLapsedWithTheWayOut() throws Exception {
        Account author = new Account(
                "lapse.page",
                "Lapsed Page",
                Set.of(Role.SECURITY),
                Optional.empty(),
                new PasswordHash("{none}"),
                Instant.EPOCH,
                false,
                Instant.EPOCH,
                Instant.EPOCH);
        accounts.add(author);
        deeds.listOrPropose(
                ListKind.BLOCK,
                ListPattern.parse("+8617012348*"),
                "lapsed campaign",
                Optional.of(Instant.now().plus(Duration.ofDays(1))),
                Asker.of(Person.of(author)));
        String row = waiting("+8617012348*");
        assertThat(row).contains("Confirm").doesNotContain("nobody can confirm this");
        String proposal = row.replaceAll("(?s).*name=\"proposal\" value=\"([0-9a-f]+)\".*", "$1");

        accounts.change("lapse.page", account -> account.disabled(true, Instant.now()), (then, now) -> List.of());

        assertThat(waiting("+8617012348*"))
                .contains("The account that answers for lapse.page is disabled or there no more")
                .contains("nobody can confirm this")
                .contains("href=\"/lists?list=block&amp;number=%2B8617012348*&amp;reason=lapsed%20campaign\"")
                .contains("Turn down")
                .doesNotContain("Confirm");
        assertThat(html("/lists?lang=zh")).contains("任何人都不能确认此项");
        html("/lists?lang=en");
        assertThat(submit(Role.ADMIN, "/lists/confirm", "proposal", proposal).getRedirectedUrl())
                .isEqualTo("/lists?list=block&note=LAPSED");
        assertThat(html("/lists?list=block&note=LAPSED")).contains("propose it yourself");
        assertThat(html("/lists?find=17012348000")).contains("No entry of this list means that number.");
        submit(Role.ADMIN, "/lists/turn-down", "proposal", proposal);
    }

    /** The row of what waits. */
    private String waiting(String pattern) throws Exception {
        String html = html("/lists");
        String from = html.substring(html.indexOf("Waiting for a second person"));
        return Pattern.compile("<div class=\"undo\"")
                .splitAsStream(from.substring(0, from.indexOf("</section>")))
                .filter(row -> row.contains(">" + pattern + "<"))
                .findFirst()
                .orElse("");
    }

    private void made(String who, String account) {
        audit.add(new AuditEntry(0, clock.instant(), who, Deed.ACCOUNT_MADE, account, "", "", ""));
    }

    private String proposal(String prefix) throws Exception {
        submit(Role.SECURITY, "/lists/block", "list", "block", "number", prefix, "reason", "campaign", "term", "DAY");
        return html("/lists")
                .replaceAll("(?s).*" + Pattern.quote(prefix) + ".*?name=\"proposal\" value=\"([0-9a-f]+)\".*", "$1");
    }

    @Test
    void aLongBlockIsProposedAndTurnedDown() throws Exception {
        String[] wanted = {"list", "block", "number", "13900000061", "reason", "stalker", "term", "MONTH"};
        assertThat(submit(Role.ADMIN, "/lists/block", wanted).getRedirectedUrl())
                .isEqualTo("/lists?list=block&note=proposed");
        String proposal =
                html("/lists").replaceAll("(?s).*\\+8613900000061.*?name=\"proposal\" value=\"([0-9a-f]+)\".*", "$1");

        assertThat(submit(Role.SECURITY, "/lists/turn-down", "proposal", proposal)
                        .getRedirectedUrl())
                .isEqualTo("/lists?list=block&note=turned-down");
        assertThat(html("/lists")).doesNotContain("+8613900000061");
    }

    @Test
    void anEntryTellsWhoCalledSince() throws Exception {
        scene.block("+8613900000062", "prank");
        scene.screen("+8613900000062", "");
        scene.screen("+8613900000062", "");
        assertThat(html("/lists?find=13900000062"))
                .containsPattern("<td class=\"right num beside\"><span>2</span><span class=\"sub\">20");
    }

    @Test
    void aListIsDownloadedSafeForASpreadsheet() throws Exception {
        scene.block("+8613900000063", "=1+1");
        MockHttpServletResponse csv = page(Role.SECURITY, "/lists/export?list=block");
        assertThat(csv.getContentType()).startsWith("text/csv");
        assertThat(csv.getHeader("Content-Disposition")).isEqualTo("attachment; filename=\"blocklist.csv\"");
        assertThat(csv.getContentAsString())
                .startsWith("pattern,kind,reason,expires,author,origin,made\r\n")
                .containsPattern("'\\+8613900000063,block,'=1\\+1,20[^,]+Z,li\\.na,manual,20");
        assertThat(page(Role.AUDITOR, "/lists/export").getStatus()).isEqualTo(403);
    }
}
