package dev.quell.console.reports;

import dev.quell.console.reports.Asked.Made;
import dev.quell.console.shell.Missing;
import dev.quell.console.shell.Tongue;
import dev.quell.console.sources.parts.Period;
import dev.quell.reporting.schedule.Schedule;
import dev.quell.reporting.sending.ReportBook;
import dev.quell.reporting.sending.SentReport;
import dev.quell.reporting.words.ReportCsv;
import dev.quell.reporting.words.ReportPaper;
import dev.quell.security.audit.Audit;
import dev.quell.security.audit.Deed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Reports as files, each noted in the audit. */
@Controller
class ReportFiles {
    private static final String CSV = "csv";
    private static final String PDF = "pdf";

    private final Asked asked;
    private final ReportPaper paper;
    private final ReportBook book;
    private final Audit audit;

    ReportFiles(Asked asked, ReportPaper paper, ReportBook book, Audit audit) {
        this.asked = asked;
        this.paper = paper;
        this.book = book;
        this.audit = audit;
    }

    @GetMapping("/reports/report.csv")
    void csv(@RequestParam Map<String, String> query, Locale locale, HttpServletResponse answer) throws IOException {
        Period period = asked.period(query);
        if (sound(period, answer)) {
            Made made = asked.make(period, locale);
            begin(answer, period.first(), period.last(), CSV);
            ReportCsv.write(made.text(), answer.getWriter());
        }
    }

    @GetMapping("/reports/report.pdf")
    void pdf(@RequestParam Map<String, String> query, Locale locale, HttpServletResponse answer) throws IOException {
        Period period = asked.period(query);
        if (sound(period, answer)) {
            Made made = asked.make(period, locale);
            begin(answer, period.first(), period.last(), PDF);
            paper.write(made.text(), made.report().madeAt(), Tongue.of(locale).locale(), answer.getOutputStream());
        }
    }

    /** A file of other days than were meant would not be noticed. */
    private static boolean sound(Period period, HttpServletResponse answer) throws IOException {
        if (period.fault()) {
            answer.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
        return !period.fault();
    }

    /** A report that a schedule sent, as it was sent. */
    @GetMapping("/reports/sent/{id}/report.csv")
    void sentCsv(@PathVariable long id, HttpServletResponse answer) throws IOException {
        SentReport report = book.find(id).orElseThrow(Missing::new);
        begin(answer, report.first(), report.last(), CSV);
        ReportCsv.write(report.text(), answer.getWriter());
    }

    @GetMapping("/reports/sent/{id}/report.pdf")
    void sentPdf(@PathVariable long id, HttpServletResponse answer) throws IOException {
        SentReport report = book.find(id).orElseThrow(Missing::new);
        begin(answer, report.first(), report.last(), PDF);
        paper.write(report.text(), report.madeAt(), Schedule.locale(report.language()), answer.getOutputStream());
    }

    private void begin(HttpServletResponse answer, LocalDate first, LocalDate last, String ending) {
        String days = first + "_" + last;
        audit.note(Deed.EXPORTED, "report " + days, "", ending);
        if (ending.equals(CSV)) {
            answer.setContentType("text/csv");
            answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
        } else {
            answer.setContentType("application/pdf");
        }
        answer.setHeader("Content-Disposition", "attachment; filename=\"report-" + days + "." + ending + "\"");
    }
}
