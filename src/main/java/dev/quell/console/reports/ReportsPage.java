package dev.quell.console.reports;

import dev.quell.console.reports.Asked.Made;
import dev.quell.console.shell.Missing;
import dev.quell.console.sources.parts.Period;
import dev.quell.reporting.schedule.ScheduleFault;
import dev.quell.reporting.sending.ReportBook;
import dev.quell.reporting.sending.Schedules;
import dev.quell.reporting.sending.SentReport;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /reports}: the report of a period, the schedules, and what they sent. */
@Controller
class ReportsPage {
    private static final Set<String> DONE = Set.of("saved", "deleted", "sent");
    private static final Set<String> NOT_DONE = Set.of("fixed", "full", "gone");

    private final Asked asked;
    private final ReportBook book;
    private final Schedules schedules;
    private final ReportRows rows;

    ReportsPage(Asked asked, ReportBook book, Schedules schedules, ReportRows rows) {
        this.asked = asked;
        this.book = book;
        this.schedules = schedules;
        this.rows = rows;
    }

    @GetMapping("/reports")
    String show(@RequestParam Map<String, String> query, Locale locale, Model model) {
        Optional<Schedules.Planned> edited =
                Optional.ofNullable(query.get("edit")).flatMap(schedules::find).filter(planned -> !planned.fixed());
        model.addAttribute("typed", edited.map(ScheduleForm::of).orElse(ScheduleForm.EMPTY))
                .addAttribute("faults", List.of());
        return page(query, locale, model);
    }

    /** The page with a form that has faults. */
    String again(ScheduleForm typed, Set<ScheduleFault> faults, Locale locale, Model model) {
        model.addAttribute("typed", typed)
                .addAttribute("faults", faults.stream().map(Enum::name).toList());
        return page(Map.of(), locale, model);
    }

    private String page(Map<String, String> query, Locale locale, Model model) {
        Made made = asked.make(asked.period(query), locale);
        String note = query.getOrDefault("note", "");
        model.addAttribute("period", made.period())
                .addAttribute("text", made.text())
                .addAttribute("note", DONE.contains(note) || NOT_DONE.contains(note) ? note : "")
                .addAttribute("good", DONE.contains(note));
        rows.add(locale, model);
        return "reports/reports";
    }

    /** {@code /reports/print}: the report alone, to be printed. */
    @GetMapping("/reports/print")
    String print(@RequestParam Map<String, String> query, Locale locale, Model model) {
        Period period = asked.period(query);
        Made made = asked.make(period, locale);
        model.addAttribute("query", period.query())
                .addAttribute("text", made.text())
                .addAttribute("made", made.report().madeAt());
        return "reports/print";
    }

    /** A report that a schedule sent, as it was sent. */
    @GetMapping("/reports/sent/{id}")
    String sent(@PathVariable long id, Model model) {
        SentReport report = book.find(id).orElseThrow(Missing::new);
        model.addAttribute("query", "").addAttribute("text", report.text()).addAttribute("made", report.madeAt());
        return "reports/print";
    }
}
