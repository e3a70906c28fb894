package dev.quell.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import dev.quell.security.people.Role;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fields that take a prefix: too few digits without a star are asked about, and on a list a beginning without its country. */
class MeantTests extends ConsolePageTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /calls?caller=%2B86755&class=SILENT              | /calls?caller=%2B86755%2A&amp;class=SILENT
            /sources?caller=%2B86138&by=CALLS&span=7d        | /sources?caller=%2B86138*&amp;by=CALLS&amp;span=7d
            /lists?list=block&number=%2B86755&reason=all&term=WEEK | /lists?list=block&amp;number=%2B86755*&amp;reason=all&amp;term=WEEK
            /lists?list=block&number=0755*&reason=all&term=WEEK | /lists?list=block&amp;number=%2B86755*&amp;reason=all&amp;term=WEEK
            /lists?list=block&number=8613*&reason=all&term=WEEK | /lists?list=block&amp;number=%2B8613*&amp;reason=all&amp;term=WEEK
            /lists?list=allow&number=%2B86755&reason=ours&term=EVER | /lists?list=allow&amp;number=%2B86755*&amp;reason=ours&amp;term=EVER
            """)
    void tooFewDigitsAreAskedAboutAndAClickFillsIn(String path, String meant) throws Exception {
        assertThat(html(path)).contains("Did you mean", "href=\"" + meant + "\"");
        assertThat(html(meant.replace("&amp;", "&"))).doesNotContain("Did you mean");
    }

    @ParameterizedTest
    @CsvSource({
        "/calls?caller=%2B8675512345678",
        "/calls?caller=abc",
        "/sources?caller=%2B86138*",
        "/sources?from=nonsense",
        "/lists?list=block&number=%2B867&reason=x",
        "/lists?list=block&number=7*&reason=x",
        "/lists?list=block&number=86138**x&reason=x",
        "/lists?list=block&number=abc&reason=x",
        "/lists?list=block&number=%2B86138*&reason="
    })
    void nothingElseIsAskedAbout(String path) throws Exception {
        assertThat(html(path)).doesNotContain("Did you mean");
    }

    @Test
    void whoSeesNumbersMaskedIsNotLedToFinerPrefixesThanTheMask() throws Exception {
        assertThat(page(Role.AUDITOR, "/sources?caller=%2B86138").getContentAsString())
                .contains("Did you mean");
        assertThat(page(Role.AUDITOR, "/sources?caller=%2B861380").getContentAsString())
                .doesNotContain("Did you mean");
    }

    @Test
    void itIsAskedInChineseToo() throws Exception {
        assertThat(ask(get("/sources")
                                .param("caller", "+86755")
                                .session(signedIn(Role.ADMIN))
                                .header("Accept-Language", "zh-CN")
                                .accept("text/html"))
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("您要输入的是 +86755* 吗？");
    }
}
