package dev.quell.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.security.audit.AuditLog;
import dev.quell.security.audit.AuditQuery;
import dev.quell.security.audit.Deed;
import dev.quell.security.people.Role;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CallExportTests extends ConsolePageTests {
    @Autowired
    AuditLog audit;

    private String text(Role role, String path) throws Exception {
        return page(role, path).getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void aTableIsSafeInASpreadsheetAndHasWhatIsFiltered() throws Exception {
        MockHttpServletResponse answer = page(Role.ADMIN, "/calls/export.csv?caller=%2B861370000001*");
        String csv = answer.getContentAsString(StandardCharsets.UTF_8);

        assertThat(answer.getContentType()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(answer.getHeader("Content-Disposition")).matches("attachment; filename=\"calls-[0-9-]{10}\\.csv\"");
        assertThat(csv).startsWith("id,arrived,ended,caller,name,line,").contains("tel:+8613700000014");
        assertThat(csv).contains("\"'=HYPERLINK(", "'@SUM(").doesNotContain(",=", ",\"=", ",@", Scene.SILENT);
        assertThat(csv.lines().skip(1)).hasSizeGreaterThanOrEqualTo(10);
    }

    @Test
    void anObjectHasTheSameCallsAndSaysThatNoneIsMissing() throws Exception {
        JsonNode json = JsonMapper.builder().build().readTree(text(Role.SECURITY, "/calls/export.json?class=SILENT"));

        assertThat(json.required("cut").booleanValue()).isFalse();
        assertThat(json.required("calls")
                        .valueStream()
                        .map(call -> call.required("class").stringValue()))
                .isNotEmpty()
                .containsOnly("SILENT");
    }

    @Test
    void numbersAreMaskedForWhoeverDoesNotSeeThemWhole() throws Exception {
        for (String suffix : new String[] {"csv", "json"}) {
            assertThat(text(Role.AUDITOR, "/calls/export." + suffix))
                    .doesNotContain("13900000001", "1370000001")
                    .contains("+86•••••001");
        }
    }

    @Test
    void whatCannotBeReadMakesNoFileAndAFileIsNoted() throws Exception {
        assertThat(page(Role.ADMIN, "/calls/export.csv?class=nonsense").getStatus())
                .isEqualTo(400);
        text(Role.ADMIN, "/calls/export.csv?line=4001&class=SILENT");

        assertThat(audit.page(new AuditQuery(
                                Optional.empty(),
                                Optional.of(Deed.EXPORTED),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                10))
                        .getFirst()
                        .after())
                .isEqualTo("class=SILENT line=4001");
        assertThat(page(Role.AGENT, "/calls/export.csv").getStatus()).isEqualTo(403);
    }
}
