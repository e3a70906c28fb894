package dev.quell.console.reports;

import dev.quell.reporting.schedule.Schedule;
import dev.quell.reporting.schedule.ScheduleDraft;
import dev.quell.reporting.schedule.ScheduleFault;
import dev.quell.reporting.sending.ReportSending;
import dev.quell.reporting.sending.Schedules;
import dev.quell.security.audit.Audit;
import dev.quell.security.audit.Deed;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What is done with schedules on {@code /reports}; each change is noted in the audit. */
@Controller
class ScheduleDeeds {
    private final ReportsPage page;
    private final Schedules schedules;
    private final ReportSending sending;
    private final Audit audit;

    ScheduleDeeds(ReportsPage page, Schedules schedules, ReportSending sending, Audit audit) {
        this.page = page;
        this.schedules = schedules;
        this.sending = sending;
        this.audit = audit;
    }

    /** Makes a schedule, or changes the one of this name; with a fault the page comes again as it was filled in. */
    @PostMapping("/reports/schedules")
    String save(ScheduleForm form, Locale locale, Model model) {
        ScheduleDraft draft = form.draft();
        Set<ScheduleFault> faults = draft.faults(form.called());
        if (!faults.isEmpty()) {
            return page.again(form, faults, locale, model);
        }
        Schedule schedule = draft.named(form.called());
        Optional<String> before = schedules
                .find(schedule.name())
                .map(planned -> planned.schedule().words());
        return switch (schedules.save(schedule)) {
            case DONE -> {
                audit.note(
                        Deed.SCHEDULE_CHANGED,
                        "report schedule " + schedule.name(),
                        before.orElse(""),
                        schedule.words());
                yield note("saved");
            }
            case FIXED -> note("fixed");
            case FULL -> note("full");
        };
    }

    @PostMapping("/reports/schedules/{name}/delete")
    String delete(@PathVariable String name) {
        Optional<Schedules.Planned> known = schedules.find(name);
        if (known.isEmpty() || !schedules.remove(name)) {
            return note(known.isEmpty() ? "gone" : "fixed");
        }
        audit.note(
                Deed.SCHEDULE_CHANGED,
                "report schedule " + name,
                known.get().schedule().words(),
                "");
        return note("deleted");
    }

    /** Sends the last report that was due, again if it was sent before. */
    @PostMapping("/reports/schedules/{name}/send")
    String send(@PathVariable String name) {
        if (sending.now(name).isEmpty()) {
            return note("gone");
        }
        audit.note(Deed.REPORT_SENT, "report schedule " + name, "", "");
        return note("sent");
    }

    private static String note(String word) {
        return "redirect:/reports?note=" + word + "#schedules";
    }
}
