package dev.quell.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.security.people.Role;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ImportPageTests extends ConsolePageTests {
    private static final String LINES = """
            13900000071,,prank,1d
            nonsense,,,
            +86170999*,block,range,1d
            13900000072,block,too long,8d
            13900000073
            """;

    private String post(String mode, String lines) throws Exception {
        return submit(
                        Role.SECURITY,
                        "/lists/import",
                        "text",
                        lines,
                        "list",
                        "block",
                        "reason",
                        "list of the week",
                        "term",
                        "DAY",
                        "mode",
                        mode)
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void aListIsTriedTakenInAndUndone() throws Exception {
        String tried = post("try", LINES);
        assertThat(tried)
                .contains("5 lines: 2 can be taken in, 3 cannot.", "Take 2 lines in", "Nothing is kept yet.")
                .contains("+86170999* needs two people", "+8613900000072 needs two people");
        assertThat(html("/lists?find=13900000071")).contains("No entry of this list means that number.");

        assertThat(post("take", LINES)).contains("5 lines: 2 new entries, 0 stood already, 0 older ones replaced, 3");
        assertThat(html("/lists?find=13900000071")).contains("+8613900000071", "prank");
        assertThat(html("/lists?find=13900000073")).contains("+8613900000073", "list of the week");
        assertThat(html("/lists?find=17099900000")).contains("No entry of this list means that number.");

        String page = html("/lists/import");
        assertThat(page).contains("2 entries of 5 lines, 3 faulty");
        String at = page.replaceAll("(?s).*name=\"at\" value=\"([0-9]+)\".*", "$1");
        assertThat(submit(Role.ADMIN, "/lists/undo-import", "at", at).getRedirectedUrl())
                .isEqualTo("/lists/import?note=undone");
        assertThat(html("/lists?find=13900000071")).contains("No entry of this list means that number.");
        assertThat(html("/lists?find=13900000073")).contains("No entry of this list means that number.");
        assertThat(submit(Role.ADMIN, "/lists/undo-import", "at", "1").getRedirectedUrl())
                .isEqualTo("/lists/import?note=gone");
    }

    @Test
    void aListIsShownAsTextAndNothingElse() throws Exception {
        assertThat(post("try", "</textarea><script>alert(1)</script>"))
                .contains("&lt;script&gt;")
                .doesNotContain("<script>alert");
        assertThat(post("try", " ")).contains("There are no lines.");
    }

    @Test
    void whoeverOnlyReadsTakesNothingIn() throws Exception {
        assertThat(page(Role.AUDITOR, "/lists/import").getStatus()).isEqualTo(403);
        assertThat(submit(Role.AUDITOR, "/lists/import", "text", "13900000074").getStatus())
                .isEqualTo(403);
    }
}
