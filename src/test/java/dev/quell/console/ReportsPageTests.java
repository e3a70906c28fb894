package dev.quell.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.reporting.sending.ReportBook;
import dev.quell.reporting.sending.SentReport;
import dev.quell.reporting.words.ReportText;
import dev.quell.reporting.words.Section;
import dev.quell.security.audit.AuditEntry;
import dev.quell.security.audit.AuditLog;
import dev.quell.security.audit.AuditQuery;
import dev.quell.security.audit.Deed;
import dev.quell.security.people.Role;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;

class ReportsPageTests extends ConsolePageTests {
    private static final String HOSTILE = "<script>alert(1)</script>";

    @Autowired
    ReportBook book;

    @Autowired
    AuditLog log;

    private AuditEntry newest(Deed deed) {
        return log.page(new AuditQuery(
                        Optional.empty(),
                        Optional.of(deed),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        1))
                .getFirst();
    }

    private static String[] schedule(String name, String at, String mail) {
        return new String[] {"name", name, "every", "WEEKLY", "day", "FRIDAY", "at", at, "mail", mail, "language", "zh"
        };
    }

    @Test
    void thePageShowsThePeriodsReportInBothLanguages() throws Exception {
        assertThat(html("/reports?span=7d"))
                .contains(
                        "Report of calls",
                        "Agent minutes saved",
                        "is assumed to cost an agent 45 seconds",
                        "Wrongly diverted",
                        Scene.SILENT,
                        "No mail server is set");
        assertThat(html("/reports?span=7d&lang=zh")).contains("来电报表", "节省的坐席分钟数", "误拦率", "各项处置的效果");
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=2026-11-22&to=2026-11-21", "from=%22%3E%3Cscript%3E", "span=nonsense"})
    void daysThatCannotBeReadAreMarkedAndMakeNoFile(String query) throws Exception {
        assertThat(html("/reports?" + query)).contains("role=\"alert\"").doesNotContain("\"><script>");
        assertThat(page(Role.ADMIN, "/reports/report.csv?" + query).getStatus()).isEqualTo(400);
        assertThat(page(Role.ADMIN, "/reports/report.pdf?" + query).getStatus()).isEqualTo(400);
    }

    @Test
    void anAuditorSeesNoNumberWholeAndNoButton() throws Exception {
        for (String path : new String[] {"/reports?span=7d", "/reports/print?span=7d", "/reports/report.csv?span=7d"}) {
            MockHttpServletResponse answer = page(Role.AUDITOR, path);
            assertThat(answer.getStatus()).as(path).isEqualTo(200);
            assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
                    .as(path)
                    .contains("•")
                    .doesNotContain(Scene.SILENT)
                    .doesNotContain("/reports/schedules");
        }
    }

    @Test
    void anAgentSeesNoReportAndOnlyAnAdministratorChangesSchedules() throws Exception {
        assertThat(page(Role.AGENT, "/reports").getStatus()).isEqualTo(403);
        assertThat(page(Role.AGENT, "/reports/report.pdf").getStatus()).isEqualTo(403);
        assertThat(submit(Role.SECURITY, "/reports/schedules", schedule("stolen", "07:00", "x@example.org"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(html("/reports")).doesNotContain("stolen");
    }

    @Test
    void thePrintedPageIsTheReportAlone() throws Exception {
        assertThat(html("/reports/print?span=7d"))
                .contains("Report of calls", "/assets/reports")
                .doesNotContain("<nav");
    }

    @Test
    void theFilesAreSafeWholeAndNoted() throws Exception {
        MockHttpServletResponse csv = page(Role.ADMIN, "/reports/report.csv?span=7d");
        assertThat(csv.getContentType()).startsWith("text/csv");
        assertThat(csv.getContentAsString(StandardCharsets.UTF_8)).contains("tel:" + Scene.SILENT);
        assertThat(newest(Deed.EXPORTED).subject()).startsWith("report 20");
        for (String tongue : new String[] {"en", "zh"}) {
            MockHttpServletResponse pdf = page(Role.ADMIN, "/reports/report.pdf?span=7d&lang=" + tongue);
            assertThat(pdf.getContentType()).isEqualTo("application/pdf");
            try (PDDocument document = Loader.loadPDF(pdf.getContentAsByteArray())) {
                assertThat(document.getNumberOfPages()).isPositive();
            }
        }
    }

    @Test
    void aScheduleIsMadeSentChangedAndDeleted() throws Exception {
        assertThat(submit(Role.ADMIN, "/reports/schedules", schedule("board", "18:30", "a@example.org\nb@example.org"))
                        .getRedirectedUrl())
                .isEqualTo("/reports?note=saved#schedules");
        assertThat(html("/reports?note=saved"))
                .contains("The schedule is saved", "board", "a@example.org, ", "b@example.org", "Friday", "18:30");
        assertThat(newest(Deed.SCHEDULE_CHANGED).after())
                .isEqualTo("weekly friday 18:30 zh to a@example.org, b@example.org");
        assertThat(html("/reports?edit=board")).contains("open=\"open\"", "value=\"18:30\"");

        assertThat(submit(Role.ADMIN, "/reports/schedules/board/send").getRedirectedUrl())
                .isEqualTo("/reports?note=sent#schedules");
        assertThat(newest(Deed.REPORT_SENT).subject()).isEqualTo("report schedule board");
        assertThat(book.newest(10)).extracting(SentReport::schedule).contains("board");
        assertThat(html("/reports")).contains("waits");

        submit(Role.ADMIN, "/reports/schedules", schedule("board", "19:00", "a@example.org"));
        assertThat(newest(Deed.SCHEDULE_CHANGED).before()).contains("18:30");
        assertThat(submit(Role.ADMIN, "/reports/schedules/board/delete").getRedirectedUrl())
                .isEqualTo("/reports?note=deleted#schedules");
        assertThat(submit(Role.ADMIN, "/reports/schedules/board/delete").getRedirectedUrl())
                .isEqualTo("/reports?note=gone#schedules");
        assertThat(submit(Role.ADMIN, "/reports/schedules/board/send").getRedirectedUrl())
                .isEqualTo("/reports?note=gone#schedules");
    }

    @ParameterizedTest
    @CsvSource({
        "'a b', 07:00, a@example.org, A name is",
        "lead2, 25:00, a@example.org, The time is hours",
        "lead2, 07:00, '<script>alert(1)</script>', is no mail address",
        "lead2, 07:00, '', Nobody gets this report",
    })
    void aFormWithAFaultComesAgainAsItWasFilledIn(String name, String at, String mail, String fault) throws Exception {
        MockHttpServletResponse answer = submit(Role.ADMIN, "/reports/schedules", schedule(name, at, mail));

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
                .contains(fault, "value=\"" + name + "\"", "open=\"open\"")
                .doesNotContain(HOSTILE);
    }

    @Test
    void whatWasSentIsListedWithWhyItWasNotMailed() throws Exception {
        LocalDate day = LocalDate.of(2026, 1, 1);
        Instant made = Instant.parse("2026-01-02T07:00:00Z");
        ReportText text = new ReportText(
                "Report",
                "day",
                List.of(new Section(HOSTILE, List.of("a", "b"), List.of(List.of("=1+1", HOSTILE)), List.of())));
        long id = book.add(new SentReport(0, "old", day, day, made, "en", text), List.of("lead@example.org"))
                .orElseThrow();
        book.failed(book.mails(List.of(id)).getFirst(), HOSTILE, Optional.empty());

        assertThat(html("/reports"))
                .contains("1 mails with reports could not be sent", "given up", "&lt;script&gt;")
                .doesNotContain(HOSTILE);
        assertThat(html("/reports/sent/" + id)).contains("&lt;script&gt;").doesNotContain(HOSTILE);
        assertThat(page(Role.ADMIN, "/reports/sent/" + id + "/report.csv").getContentAsString(StandardCharsets.UTF_8))
                .contains("'=1+1," + HOSTILE);
        assertThat(page(Role.ADMIN, "/reports/sent/" + id + "/report.pdf").getContentType())
                .isEqualTo("application/pdf");
        assertThat(page(Role.ADMIN, "/reports/sent/999999").getStatus()).isEqualTo(404);
        assertThat(page(Role.ADMIN, "/reports/sent/999999/report.csv").getStatus())
                .isEqualTo(404);
    }
}
