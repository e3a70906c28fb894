package dev.quell.console.reports;

import dev.quell.console.shell.Tongue;
import dev.quell.reporting.ReportSettings;
import dev.quell.reporting.schedule.Rhythm;
import dev.quell.reporting.schedule.Schedule;
import dev.quell.reporting.sending.ReportBook;
import dev.quell.reporting.sending.ReportSending;
import dev.quell.reporting.sending.Schedules;
import dev.quell.reporting.sending.SentMail;
import dev.quell.reporting.sending.SentReport;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The schedules and what they sent, for the page. */
@Component
class ReportRows {
    private static final Logger LOG = LoggerFactory.getLogger(ReportRows.class);
    private static final int ROWS = 50;

    private final Schedules schedules;
    private final ReportBook book;
    private final ReportSending sending;
    private final ReportSettings settings;

    ReportRows(Schedules schedules, ReportBook book, ReportSending sending, ReportSettings settings) {
        this.schedules = schedules;
        this.book = book;
        this.sending = sending;
        this.settings = settings;
    }

    /**
     * A schedule.
     *
     * @param day the day of the week in words; empty for a daily one
     */
    record ScheduleRow(Schedule schedule, boolean fixed, String day) {}

    /** A report that was sent, and its mails. */
    record SentRow(SentReport report, List<SentMail> mails) {}

    /** A day of the week, and its name. */
    record Day(DayOfWeek day, String name) {}

    /** Adds all of them; where the book cannot be read the page says so, and shows the rest. */
    void add(Locale locale, Model model) {
        Locale words = Tongue.of(locale).locale();
        List<SentMail> failing = List.of();
        try {
            List<SentRow> sent = sent();
            failing = book.failing(Instant.EPOCH);
            model.addAttribute("schedules", planned(words))
                    .addAttribute("sent", sent)
                    .addAttribute("readable", true);
        } catch (RuntimeException e) {
            LOG.warn("The book of reports cannot be read for a page: {}", e.getMessage());
            model.addAttribute("schedules", List.of())
                    .addAttribute("sent", List.of())
                    .addAttribute("readable", false);
        }
        model.addAttribute("failing", failing)
                .addAttribute("server", settings.mail().isSet())
                .addAttribute("heard", sending.isHeard())
                .addAttribute("zone", settings.zoneId().getId())
                .addAttribute("rhythms", Rhythm.values())
                .addAttribute(
                        "days",
                        Arrays.stream(DayOfWeek.values())
                                .map(day -> new Day(day, name(day, words)))
                                .toList());
    }

    private List<ScheduleRow> planned(Locale words) {
        return schedules.all().stream()
                .map(planned -> new ScheduleRow(
                        planned.schedule(),
                        planned.fixed(),
                        planned.schedule().every() == Rhythm.WEEKLY
                                ? name(planned.schedule().day(), words)
                                : ""))
                .toList();
    }

    private static String name(DayOfWeek day, Locale words) {
        return day.getDisplayName(TextStyle.FULL, words);
    }

    private List<SentRow> sent() {
        List<SentReport> reports = book.newest(ROWS);
        Map<Long, List<SentMail>> mails = book
                .mails(reports.stream().map(SentReport::id).toList())
                .stream()
                .collect(Collectors.groupingBy(SentMail::report));
        return reports.stream()
                .map(report -> new SentRow(report, mails.getOrDefault(report.id(), List.of())))
                .toList();
    }
}
