package dev.quell.reporting.sending;

import dev.quell.reporting.CallReport;
import dev.quell.reporting.ReportSettings;
import dev.quell.reporting.Reports;
import dev.quell.reporting.Span;
import dev.quell.reporting.schedule.Schedule;
import dev.quell.reporting.schedule.Timetable;
import dev.quell.reporting.words.ReportCsv;
import dev.quell.reporting.words.ReportText;
import dev.quell.reporting.words.ReportWording;
import dev.quell.webhook.Event;
import dev.quell.webhook.EventKind;
import dev.quell.webhook.Webhooks;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes the reports of schedules, keeps them and has them sent. Numbers in them are masked, whoever has them made: who reads them is not signed in. */
@Component
public final class ReportSending {

    private static final Logger LOG = LoggerFactory.getLogger(ReportSending.class);

    private final Reports reports;
    private final ReportWording wording;
    private final Schedules schedules;
    private final ReportBook book;
    private final Webhooks webhooks;
    private final ReportSettings settings;
    private final Clock clock;

    ReportSending(
            Reports reports,
            ReportWording wording,
            Schedules schedules,
            ReportBook book,
            Webhooks webhooks,
            ReportSettings settings,
            Clock clock) {
        this.reports = reports;
        this.wording = wording;
        this.schedules = schedules;
        this.book = book;
        this.webhooks = webhooks;
        this.settings = settings;
        this.clock = clock;
    }

    /** Makes and sends the report of a span; empty if there is one of this schedule and last day, which stays as it is. */
    OptionalLong send(Schedule schedule, Span span) {
        CallReport report = reports.of(span);
        ReportText text = wording.masked(report, schedule.locale());
        OptionalLong id = book.add(
                new SentReport(
                        0, schedule.name(), span.first(), span.last(), report.madeAt(), schedule.language(), text),
                schedule.mail());
        id.ifPresent(number -> {
            LOG.info("The report {} of {} to {} is made", schedule.name(), span.first(), span.last());
            tell(schedule, number, report, text);
        });
        return id;
    }

    /**
     * Sends the report of a schedule that was due last, again if it was sent before, to all its recipients.
     *
     * @return its number; empty if there is no such schedule
     */
    public OptionalLong now(String name) {
        return schedules.find(name).map(planned -> now(planned.schedule())).orElseGet(OptionalLong::empty);
    }

    private OptionalLong now(Schedule schedule) {
        Span span = Timetable.last(schedule, clock.instant(), settings.zoneId()).span();
        OptionalLong made = send(schedule, span);
        if (made.isPresent()) {
            return made;
        }
        OptionalLong known = book.find(schedule.name(), span.last());
        known.ifPresent(id -> {
            book.again(id, schedule.mail(), clock.instant());
            book.find(id).ifPresent(report -> tell(schedule, id, reports.of(span), report.text()));
        });
        return known;
    }

    private void tell(Schedule schedule, long id, CallReport report, ReportText text) {
        if (schedule.webhook()) {
            webhooks.tell(new Event(EventKind.REPORT_MADE, clock.instant(), about(schedule, id, report, text)));
        }
    }

    private static Map<String, Object> about(Schedule schedule, long id, CallReport report, ReportText text) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("schedule", schedule.name());
        about.put("report", id);
        about.put("first", report.span().first().toString());
        about.put("last", report.span().last().toString());
        about.put("calls", report.total().calls());
        about.put("silent", report.total().silent());
        about.put("noise", report.total().noise());
        about.put("goodTalks", report.total().good());
        about.put("minutesSaved", report.saved().minutes());
        about.put("wronglyDiverted", report.wrong().wrong());
        about.put("reviewed", report.wrong().decided());
        about.put("csv", ReportCsv.of(text));
        return about;
    }

    /** Whether any webhook's target wants to be told of reports. */
    public boolean isHeard() {
        return webhooks.wants(EventKind.REPORT_MADE);
    }
}
