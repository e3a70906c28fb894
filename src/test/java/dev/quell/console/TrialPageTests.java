package dev.quell.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.security.people.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrialPageTests extends ConsolePageTests {
    @Test
    void aBlockedNumberIsSaidToBeDeterredByItsEntry() throws Exception {
        String html = html("/test?number=" + Scene.BLOCKED.replace("+", "%2B") + "&line=4001&trunk=carrier");

        assertThat(html)
                .contains("verdict: deter; Quell only observes, so the call passes", "On the block list", "li.na");
    }

    @Test
    void anAllowedNumberPasses() throws Exception {
        assertThat(html("/test?number=13900000003")).contains("On the allow list", "key customer, contract 4711");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "number=%3Cscript%3Ealert(1)%3C%2Fscript%3E",
                "number=1x",
                "number=13900000003&line=a%20b",
                "number=13900000003&trunk=%22%3E"
            })
    void whatCannotBeReadIsMarkedAndNothingIsTried(String query) throws Exception {
        assertThat(html("/test?" + query))
                .contains("role=\"alert\"")
                .doesNotContain("<script>alert", "class=\"outcome\"");
    }

    @Test
    void itIsForThoseWhoMayTest() throws Exception {
        assertThat(page(Role.AUDITOR, "/test").getStatus()).isEqualTo(200);
        assertThat(page(Role.AGENT, "/test").getStatus()).isEqualTo(403);
    }
}
