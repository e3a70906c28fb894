package dev.quell.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import dev.quell.security.people.Role;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

class ShellTests extends ConsolePageTests {
    private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"/calls", "/lists", "/lists?list=allow", "/test", "/test?number=13900000001", "/login"})
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

    @Test
    void theNavigationHasWhatTheRightsOpen() throws Exception {
        assertThat(html("/test")).contains("href=\"/calls\"", "href=\"/lists\"", "href=\"/test\"");
        assertThat(html("/test?theme=dark")).contains("data-theme=\"dark\"");
    }
}
