package dev.quell.console.reports;

import dev.quell.console.shell.Callers;
import dev.quell.console.shell.Tongue;
import dev.quell.console.sources.parts.Period;
import dev.quell.reporting.CallReport;
import dev.quell.reporting.ReportSettings;
import dev.quell.reporting.Reports;
import dev.quell.reporting.Span;
import dev.quell.reporting.words.ReportText;
import dev.quell.reporting.words.ReportWording;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes the report that an address asks for, in its reader's language, with numbers as the reader may see them. */
@Component
class Asked {
    private final Reports reports;
    private final ReportWording wording;
    private final Callers callers;
    private final Clock clock;
    private final ZoneId zone;

    Asked(Reports reports, ReportWording wording, Callers callers, ReportSettings settings, Clock clock) {
        this.reports = reports;
        this.wording = wording;
        this.callers = callers;
        this.clock = clock;
        this.zone = settings.zoneId();
    }

    /** A report and its words. */
    record Made(Period period, CallReport report, ReportText text) {}

    /** The days that an address names. */
    Period period(Map<String, String> query) {
        return Period.read(query, clock.instant(), zone);
    }

    /** The report of these days. */
    Made make(Period period, Locale locale) {
        Tongue tongue = Tongue.of(locale);
        CallReport report = reports.of(Span.of(period.first(), period.last(), zone));
        ReportText text = wording.of(report, tongue.locale(), caller -> callers.show(caller, tongue));
        return new Made(period, report, text);
    }
}
