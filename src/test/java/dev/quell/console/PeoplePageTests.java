package dev.quell.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.security.people.Role;
import dev.quell.security.tokens.Scope;
import dev.quell.security.tokens.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;

class PeoplePageTests extends ConsolePageTests {
    private static final String PASSWORD = "four words that fit";

    private String add(String name, String fullName, String role, String password) throws Exception {
        return submitted(name, fullName, role, password).getRedirectedUrl();
    }

    private MockHttpServletResponse submitted(String name, String fullName, String role, String password)
            throws Exception {
        return submit(
                Role.ADMIN,
                "/people/accounts",
                "name",
                name,
                "fullName",
                fullName,
                "roles",
                role,
                "password",
                password);
    }

    @Test
    void anAccountIsMadeChangedAndDisabled() throws Exception {
        assertThat(add("page.li", "Li <b>Na</b>", "agent", PASSWORD)).isEqualTo("/people?note=added");
        assertThat(add("page.li", "Li", "agent", PASSWORD)).isEqualTo("/people?note=taken");
        assertThat(html("/people?note=added"))
                .contains("The account is made.", "page.li", "Li &lt;b&gt;Na&lt;/b&gt;")
                .doesNotContain("<b>Na");

        assertThat(html("/people?edit=page.li")).contains("/people/accounts/page.li/password");
        assertThat(submit(
                                Role.ADMIN,
                                "/people/accounts/page.li",
                                "fullName",
                                "Li Na",
                                "roles",
                                "security",
                                "agent",
                                "PJSIP/1001")
                        .getRedirectedUrl())
                .isEqualTo("/people?note=changed");
        assertThat(submit(Role.ADMIN, "/people/accounts/page.li/disable").getRedirectedUrl())
                .isEqualTo("/people?note=disabled");
        assertThat(html("/people")).contains("PJSIP/1001", "disabled");
    }

    @Test
    void twoAccountsOfOneInterfaceAreWarnedOf() throws Exception {
        for (String name : new String[] {"page.desk1", "page.desk2", "page.desk3"}) {
            add(name, "Li", "agent", PASSWORD);
        }
        assertThat(html("/people")).doesNotContain("that of several accounts: page.desk");
        submit(Role.ADMIN, "/people/accounts/page.desk1", "fullName", "A", "roles", "agent", "agent", "PJSIP/1099");
        submit(Role.ADMIN, "/people/accounts/page.desk2", "fullName", "B", "roles", "agent", "agent", "pjsip/1099");
        submit(Role.ADMIN, "/people/accounts/page.desk3", "fullName", "C", "roles", "agent", "agent", "PJSIP/1098");

        assertThat(html("/people"))
                .contains("The interface PJSIP/1099 is that of several accounts: page.desk1, page.desk2.")
                .doesNotContain("PJSIP/1098 is that of several");
        submit(Role.ADMIN, "/people/accounts/page.desk2/disable");
        assertThat(html("/people")).doesNotContain("PJSIP/1099 is that of several");
    }

    @ParameterizedTest
    @CsvSource({
        "Li Na, Li, agent, four words that fit, name",
        "page.wang, '', agent, four words that fit, full-name",
        "page.wang, Wang, boss, four words that fit, roles",
        "page.wang, Wang, agent, elevenchars, short",
        "page.wang, Wang, agent, password1234, common"
    })
    void whatIsWrongIsSaid(String name, String fullName, String role, String password, String fault) throws Exception {
        MockHttpServletResponse answer = submitted(name, fullName, role, password);

        assertThat(answer.getStatus()).isEqualTo(422);
        String page = answer.getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains("role=\"alert\"", TextsTest.english("password.fault." + fault, 12));
        assertThat(page)
                .contains("value=\"" + name + "\"", "<details class=\"card\" open=\"open\">")
                .doesNotContain(password);
    }

    @Test
    void aFaultOfAnEditLeadsBackToTheEdit() throws Exception {
        add("page.edited", "Li", "agent", PASSWORD);

        assertThat(submit(Role.ADMIN, "/people/accounts/page.edited", "fullName", "", "roles", "agent")
                        .getRedirectedUrl())
                .isEqualTo("/people?fault=full-name&edit=page.edited");
        assertThat(html("/people?fault=full-name&edit=page.edited"))
                .contains("A full name has 1 to 80 characters", "/people/accounts/page.edited/password");
        assertThat(submit(Role.ADMIN, "/people/accounts/%22x/password", "password", "short")
                        .getRedirectedUrl())
                .isEqualTo("/people?fault=short");
    }

    @Test
    void whatIsTypedForATokenStaysWhenItHasAFault() throws Exception {
        MockHttpServletResponse answer = submit(Role.ADMIN, "/people/tokens", "name", "CRM of faults", "days", "365");

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
                .contains("A token has a scope at least.", "value=\"CRM of faults\"")
                .containsPattern("<option value=\"365\" selected=\"selected\"");
    }

    @Test
    void thePageThatShowsATokenLeadsNowhereFromWhichItIsLost() throws Exception {
        String page = submit(Role.ADMIN, "/people/tokens", "name", "CRM once", "scopes", "screen", "days", "30")
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(page).contains("quell_").doesNotContain("lang=zh", "theme=dark");
        assertThat(html("/people")).contains("lang=zh", "theme=dark");
        assertThat(page(Role.ADMIN, "/people/tokens?lang=zh").getRedirectedUrl())
                .isEqualTo("/people");
    }

    @Test
    void whoeverIsDisabledLeavesTokensThatAreNamed() throws Exception {
        service.getBean(Tokens.class)
                .make("Dashboard <b>", Set.of(Scope.SCREEN), Instant.parse("2100-01-01T00:00:00Z"), "page.gone");
        add("page.gone", "Li", "agent", PASSWORD);

        assertThat(submit(Role.ADMIN, "/people/accounts/page.gone/disable").getRedirectedUrl())
                .isEqualTo("/people?note=disabled&edit=page.gone");
        assertThat(html("/people?note=disabled&edit=page.gone"))
                .contains("This person made 1 tokens that hold still: Dashboard &lt;b&gt;.");
    }

    @Test
    void aTokenIsShownOnceAndRevoked() throws Exception {
        MockHttpServletResponse made =
                submit(Role.ADMIN, "/people/tokens", "name", "CRM of pages", "scopes", "calls:read", "days", "90");
        String text = made.getContentAsString(StandardCharsets.UTF_8)
                .replaceAll("(?s).*(quell_[a-z0-9]{12}_[A-Za-z0-9_-]{43}).*", "$1");

        assertThat(text).startsWith("quell_");
        assertThat(made.getHeader("Cache-Control")).contains("no-store");
        assertThat(html("/people")).contains("CRM of pages", "calls:read").doesNotContain(text);
        assertThat(submit(Role.ADMIN, "/people/tokens/" + text.substring(6, 18) + "/revoke")
                        .getRedirectedUrl())
                .isEqualTo("/people?note=revoked");
        assertThat(html("/people")).contains("revoked");
    }

    @Test
    void bothPagesAreThereInChinese() throws Exception {
        assertThat(html("/people?lang=zh")).contains("用户与令牌", "创建账户").doesNotContain("??");
        assertThat(html("/audit?lang=zh")).contains("审计日志").doesNotContain("??");
    }

    @Test
    void whatPeopleDidIsShownAndFound() throws Exception {
        add("page.audited", "<script>alert(1)</script>", "agent", PASSWORD);

        assertThat(html("/audit?deed=account-made&subject=page.audited"))
                .contains("page.audited", "&lt;script&gt;alert(1)", "127.0.0.1")
                .doesNotContain("<script>alert");
        assertThat(html("/audit?subject=nothing.like.that")).contains("Nothing like that was done.");
        assertThat(html("/audit?after=x&from=y&deed=z")).contains("page.audited");
    }
}
