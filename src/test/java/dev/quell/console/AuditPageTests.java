package dev.quell.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import dev.quell.security.audit.Audit;
import dev.quell.security.audit.Deed;
import dev.quell.security.people.Role;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AuditPageTests extends ConsolePageTests {
    @Autowired
    Audit audit;

    private String chinese(String who) throws Exception {
        return ask(get("/audit")
                        .param("who", who)
                        .session(signedIn(Role.ADMIN))
                        .header("Accept-Language", "zh-CN")
                        .accept("text/html"))
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void closedWordsAreInTheLanguageOfThePageAndFreeTextIsAsItWasTyped() throws Exception {
        audit.note(
                "au.zh", Deed.ENTRY_MADE, "blocklist 17 +8613700190001", "", "for good: call <b>me</b>", "192.0.2.1");
        audit.note("au.zh", Deed.ENTRY_ENDED, "allowlist 18 8001", "for good: ours", "for good: gone", "192.0.2.1");

        assertThat(chinese("au.zh"))
                .contains("黑名单 17 +8613700190001", "永久：call &lt;b&gt;me", "白名单 18 8001", "永久：ours", "for good: gone")
                .doesNotContain("blocklist 17", "<b>me");
        assertThat(html("/audit?who=au.zh")).contains("blocklist 17 +8613700190001", "for good: ours");
    }
}
