package dev.quell.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import dev.quell.screening.CallScreened;
import dev.quell.security.audit.AuditEntry;
import dev.quell.security.audit.AuditLog;
import dev.quell.security.audit.AuditQuery;
import dev.quell.security.audit.Deed;
import dev.quell.security.people.Role;
import dev.quell.testing.SignedInAs;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;

/** Numbers on every page, for each role. */
class MaskingTests extends ConsolePageTests {
    private static final String BLOCKED = "+86•••••002";

    @Autowired
    AuditLog audit;

    private String text(Role role, String path) throws Exception {
        return page(role, path).getContentAsString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/now",
                "/calls",
                "/calls/pbx:1763800000.6",
                "/lists",
                "/lists?list=allow",
                "/audit",
                "/calls?caller=withheld",
                "/flags",
                "/lists/export?list=block"
            })
    void anAuditorSeesNoNumberWholeOnAnyPage(String path) throws Exception {
        scene.screen(Scene.BLOCKED, "13900000002");
        submit(Role.SECURITY, "/lists/block", "number", "13900000044", "reason", "as 139 0000 0045", "term", "DAY");

        String page = text(Role.AUDITOR, path);

        assertThat(page).doesNotContain("13900000", "13700000", "0000 0045");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ADMIN", "SECURITY"})
    void whoeverReviewsSourcesSeesThemWhole(Role role) throws Exception {
        CallScreened call = scene.screen(Scene.BLOCKED, "Win a car");

        assertThat(text(role, "/calls")).contains(Scene.BLOCKED).doesNotContain("•••••");
        assertThat(text(role, "/calls/" + call.call().id()))
                .contains(Scene.BLOCKED)
                .doesNotContain("•••••", "action=\"/unmask\"");
    }

    @Test
    void anAuditorIsShownOneNumberForAReasonThatIsKept() throws Exception {
        CallScreened call = scene.screen(Scene.BLOCKED, "x");
        String path = "/calls/" + call.call().id();
        assertThat(text(Role.AUDITOR, path))
                .contains(BLOCKED, "action=\"/unmask\"")
                .doesNotContain(Scene.BLOCKED);

        assertThat(submit(Role.AUDITOR, "/unmask", "call", call.call().id().toString(), "reason", "dispute 4711")
                        .getRedirectedUrl())
                .isEqualTo(path);

        assertThat(text(Role.AUDITOR, path)).contains(Scene.BLOCKED).doesNotContain(BLOCKED, "action=\"/unmask\"");
        scene.screen("+8613900008803", "x");
        assertThat(text(Role.AUDITOR, "/calls")).contains(Scene.BLOCKED, "+86•••••803");
        AuditEntry kept = unmasked().getFirst();
        assertThat(kept.who()).isEqualTo("auditor");
        assertThat(kept.subject()).isEqualTo("call " + call.call().id());
        assertThat(kept.before()).isEmpty();
        assertThat(kept.after()).isEqualTo("dispute 4711");
    }

    @Test
    void withoutAReasonNothingIsShownOrKept() throws Exception {
        int before = unmasked().size();
        CallScreened call = scene.screen("+8613900000077", "x");
        String path = "/calls/" + call.call().id();

        assertThat(submit(Role.AUDITOR, "/unmask", "call", call.call().id().toString(), "reason", "  ")
                        .getRedirectedUrl())
                .isEqualTo(path + "?fault=REASON");

        assertThat(text(Role.AUDITOR, path)).doesNotContain("13900000077");
        assertThat(unmasked()).hasSize(before);
    }

    @Test
    void anEntrysNumberIsShownToo() throws Exception {
        submit(Role.SECURITY, "/lists/block", "number", "13900000088", "reason", "x", "term", "DAY");
        String row = text(Role.SECURITY, "/lists?find=13900000088");
        String entry = row.replaceAll("(?s).*name=\"entry\" value=\"([0-9]+)\".*", "$1");
        assertThat(text(Role.AUDITOR, "/lists")).doesNotContain("13900000088");

        assertThat(submit(Role.AUDITOR, "/unmask", "list", "block", "entry", entry, "reason", "review")
                        .getRedirectedUrl())
                .isEqualTo("/lists?list=block");

        assertThat(text(Role.AUDITOR, "/lists")).contains("+8613900000088");
        assertThat(unmasked().getFirst().subject()).isEqualTo("blocklist " + entry);
    }

    @Test
    void rowsOfListsAndSourcesHaveAFormForIt() throws Exception {
        submit(Role.SECURITY, "/lists/block", "number", "13900000089", "reason", "x", "term", "DAY");
        submit(Role.SECURITY, "/lists/block", "number", "+861390099*", "reason", "x", "term", "DAY");
        String proposal = text(Role.ADMIN, "/lists").replaceAll("(?s).*name=\"proposal\" value=\"([^\"]+)\".*", "$1");
        submit(Role.ADMIN, "/lists/confirm", "proposal", proposal);
        String lists = text(Role.AUDITOR, "/lists");
        assertThat(lists).contains("name=\"list\" value=\"block\"", "Show number", "/sources/m.");
        assertThat(text(Role.SECURITY, "/lists")).contains("/calls?caller=%2B861390099*");
        assertThat(lists).doesNotContain("/calls?caller=");
        assertThat(text(Role.SECURITY, "/lists")).doesNotContain("Show number");

        String sources = text(Role.AUDITOR, "/sources?by=CALLS");
        String key = sources.replaceAll("(?s).*?name=\"source\" value=\"(m\\.[A-Za-z0-9_-]+)\".*", "$1");
        assertThat(text(Role.AUDITOR, "/sources/" + key)).contains("name=\"source\"");
        String to = submit(Role.AUDITOR, "/unmask", "source", key, "reason", "dispute 4712")
                .getRedirectedUrl();
        assertThat(to).matches("/sources/m\\.[A-Za-z0-9_-]+");
        assertThat(text(Role.AUDITOR, to)).contains("<h1 class=\"num\">+86");
        assertThat(text(Role.AUDITOR, to)).doesNotContain("<h1 class=\"num\">+86•");
        assertThat(unmasked().getFirst()).satisfies(kept -> {
            assertThat(kept.subject()).startsWith("source +86•••••");
            assertThat(kept.after()).isEqualTo("dispute 4712");
        });
        assertThat(submit(Role.AUDITOR, "/unmask", "source", "+8613900000001", "reason", "x")
                        .getStatus())
                .as("a number that was typed")
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/calls?caller=", "/sources/", "/test?number=", "/lists?find=", "/calls/export.csv?caller="})
    void numbersThatAreTypedAreNoted(String path) throws Exception {
        String number = "139000" + (10_000 + Math.floorMod(path.hashCode(), 80_000));
        assertThat(page(Role.AUDITOR, path + number).getStatus()).isEqualTo(200);

        List<AuditEntry> asked = noted(Deed.NUMBER_ASKED);
        assertThat(asked.getFirst().who()).isEqualTo("auditor");
        assertThat(asked.getFirst().subject()).isEqualTo("+86•••••" + number.substring(8));
        assertThat(page(Role.AUDITOR, path + number).getStatus()).isEqualTo(200);
        assertThat(page(Role.SECURITY, path + number).getStatus()).isEqualTo(200);
        assertThat(noted(Deed.NUMBER_ASKED)).hasSameSizeAs(asked);
    }

    @Test
    void whoAsksForTooManyIsSentAway() throws Exception {

        MockHttpSession curious = SignedInAs.roles(service, Role.AUDITOR, Role.AGENT);
        for (int i = 0; i < 60; i++) {
            assertThat(ask(get(String.format(Locale.ROOT, "/test?number=1390001%04d", i))
                                    .session(curious))
                            .getStatus())
                    .isEqualTo(200);
        }

        assertThat(ask(get("/test?number=13900019999").session(curious)).getStatus())
                .isEqualTo(429);
        assertThat(page(Role.AUDITOR, "/test?number=13900019999").getStatus()).isEqualTo(200);
    }

    @Test
    void anAgentMayNotAsk() throws Exception {
        assertThat(submit(Role.AGENT, "/unmask", "call", "pbx:1763800000.6", "reason", "x")
                        .getStatus())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pbx:1.1", "nonsense", "//evil.example"})
    void acallThatIsNotThereIsMissing(String call) throws Exception {
        assertThat(submit(Role.AUDITOR, "/unmask", "call", call, "reason", "x").getStatus())
                .isEqualTo(404);
    }

    private List<AuditEntry> unmasked() {
        return noted(Deed.UNMASKED);
    }

    private List<AuditEntry> noted(Deed deed) {
        return audit.page(new AuditQuery(
                Optional.empty(),
                Optional.of(deed),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                100));
    }
}
