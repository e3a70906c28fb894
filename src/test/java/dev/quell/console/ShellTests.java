package dev.quell.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import dev.quell.security.people.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

class ShellTests extends ConsolePageTests {
    private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"");

    private static final Pattern NAVIGATION = Pattern.compile("<a href=\"(/[a-z]+)\"");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/account",
                "/people",
                "/audit",
                "/calls",
                "/lists",
                "/lists?list=allow",
                "/test",
                "/test?number=13900000001",
                "/login"
            })
    void aPageHasNothingInline(String path) throws Exception {
        MockHttpServletResponse page = page(Role.ADMIN, path);

        assertThat(page.getHeader("Content-Security-Policy")).contains("script-src 'self'", "style-src 'self'");
        assertThat(page.getContentAsString(StandardCharsets.UTF_8))
                .doesNotContain(" style=", "<style", "javascript:")
                .doesNotContainPattern("<script(?![^>]* src=)")
                .doesNotContainPattern(" on[a-z]+=\"");
    }

    @Test
    void assetsHaveTheHashOfTheirContentAndAreKeptForAYear() throws Exception {
        Matcher asset = ASSET.matcher(html("/test"));
        int found = 0;
        while (asset.find()) {
            found++;
            MockHttpServletResponse answer = ask(get(asset.group(1)));
            assertThat(asset.group(1)).matches(".*-[0-9a-f]{32}\\.[a-z]+");
            assertThat(answer.getStatus()).as(asset.group(1)).isEqualTo(200);
            assertThat(answer.getHeader("Cache-Control")).isEqualTo("max-age=31536000, public, immutable");
        }
        assertThat(found).isEqualTo(4);
    }

    @Test
    void theLanguageIsChosenByAddressThenCookieThenBrowser() throws Exception {
        assertThat(page(Role.ADMIN, "/test?lang=zh").getContentAsString(StandardCharsets.UTF_8))
                .contains("<html lang=\"zh-CN\"", "号码测试");
        assertThat(page(Role.ADMIN, "/test?lang=zh").getCookie("quell-lang").getValue())
                .isEqualTo("zh");
        assertThat(page(Role.ADMIN, "/test?lang=%3Cscript%3E").getContentAsString())
                .contains("<html lang=\"en\"")
                .doesNotContain("<script>");
        assertThat(ask(get("/login").header("Accept-Language", "zh-TW,en;q=0.5"))
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("<html lang=\"zh-CN\"");
    }

    @ParameterizedTest
    @CsvSource({
        "ADMIN, /calls /lists /test /audit /people",
        "SECURITY, /calls /lists /test",
        "AUDITOR, /calls /lists /test /audit",
        "AGENT, ''"
    })
    void theNavigationHasWhatTheRightsOpenAndNothingElse(Role role, String paths) throws Exception {
        List<String> known = List.of("/calls", "/lists", "/test", "/audit", "/people");

        assertThat(NAVIGATION
                        .matcher(page(role, "/account").getContentAsString(StandardCharsets.UTF_8))
                        .results()
                        .map(link -> link.group(1))
                        .filter(known::contains)
                        // What a phone's bar has no room for stands in its menu, too.
                        .distinct())
                .containsExactly(paths.isEmpty() ? new String[0] : paths.split(" "));
    }

    @Test
    void whoeverMayOpenManyPagesFindsTheRarerOnesInAMenu() throws Exception {
        String html = html("/audit");
        String menu = html.substring(html.indexOf("more-places"), html.indexOf("</details>"));

        assertThat(menu)
                .contains("More</span><span>: Audit<", "href=\"/rules\"", "href=\"/audit\" aria-current=\"page\"")
                .doesNotContain("href=\"/calls\"");
        assertThat(page(Role.AGENT, "/account").getContentAsString(StandardCharsets.UTF_8))
                .contains("href=\"/agent\"")
                .doesNotContain("more-places");
    }

    @Test
    void coloursAndKeysAreKept() throws Exception {
        MockHttpServletResponse dark = page(Role.ADMIN, "/test?theme=dark&keys=off");

        assertThat(dark.getContentAsString(StandardCharsets.UTF_8))
                .contains("data-theme=\"dark\"", "data-keys=\"off\"");
        assertThat(dark.getCookie("quell-theme").getValue()).isEqualTo("dark");
        assertThat(dark.getCookie("quell-keys").getValue()).isEqualTo("off");
        assertThat(html("/test")).contains("data-theme=\"auto\"", "data-keys=\"on\"");
        assertThat(page(Role.ADMIN, "/test?keys=x").getCookie("quell-keys").getValue())
                .isEqualTo("on");
    }

    @Test
    void anAssetWithoutAHashIsAskedForAnew() throws Exception {
        assertThat(ask(get("/assets/quell.css")).getHeader("Cache-Control")).isEqualTo("no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/lists?after=abc", "/calls/pbx:1763800000.6/nothing"})
    void whatCannotBeReadIsNoFailureOfOurs(String path) throws Exception {
        assertThat(page(Role.ADMIN, path).getStatus()).isBetween(400, 404);
    }

    @Test
    void aFormThatCannotBeReadIsNoFailureOfOurs() throws Exception {
        assertThat(submit(Role.ADMIN, "/calls/pbx:1763800000.6/unblock", "entry", "x\nforged line")
                        .getStatus())
                .isEqualTo(400);
        assertThat(submit(Role.ADMIN, "/calls/pbx:1763800000.6/flag", "reason", "NONE", "note", "")
                        .getStatus())
                .isEqualTo(400);
    }

    @Test
    void aPageThatTakesNoFormSaysSoAsAPage() throws Exception {
        MockHttpServletResponse answer = submit(Role.ADMIN, "/people");

        assertThat(answer.getStatus()).isEqualTo(405);
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).doesNotContain("{\"");
    }
}
