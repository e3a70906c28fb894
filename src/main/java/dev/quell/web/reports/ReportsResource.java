package dev.quell.web.reports;

import dev.quell.reporting.CallReport;
import dev.quell.reporting.ReportSettings;
import dev.quell.reporting.Reports;
import dev.quell.reporting.Span;
import dev.quell.reporting.schedule.Schedule;
import dev.quell.reporting.words.ReportWording;
import dev.quell.security.masking.Masking;
import dev.quell.web.input.Clean;
import dev.quell.web.input.Input;
import dev.quell.web.input.Inputs;
import dev.quell.web.input.Readers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/reports}: what came in a period, what was done and what it was worth. */
@RestController
class ReportsResource {
    private static final int USUAL_DAYS = 30;
    private static final int MOST_DAYS = 366;
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9999;

    private final Reports reports;
    private final ReportWording wording;
    private final ReportAnswers answers;
    private final ReportSettings settings;
    private final Clock clock;

    ReportsResource(
            Reports reports, ReportWording wording, ReportAnswers answers, ReportSettings settings, Clock clock) {
        this.reports = reports;
        this.wording = wording;
        this.answers = answers;
        this.settings = settings;
        this.clock = clock;
    }

    @Operation(
            summary =
                    "The report of a period of days: volume, classes, top sources, agent minutes saved, wrongly diverted calls, effect of each treatment",
            description = "Made of counters; days are those of the zone that quell.reports.zone names.")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "from",
            description = "the first day, such as 2026-11-01; 29 days before the last one if not given",
            schema = @Schema(type = "string", format = "date"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "to",
            description = "the last day, 366 days at most; today if not given",
            schema = @Schema(type = "string", format = "date"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "format",
            description = "json, csv or pdf",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"json", "csv", "pdf"}))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "language",
            description = "of csv and pdf: en or zh; en if not given",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"en", "zh"}))
    @GetMapping("/api/v1/reports")
    ResponseEntity<?> report(@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        Input input = Inputs.query(query, "from", "to", "format", "language");
        LocalDate to = input.optional("to", ReportsResource::day)
                .orElseGet(() -> clock.instant().atZone(settings.zoneId()).toLocalDate());
        LocalDate from = input.optional("from", ReportsResource::day).orElseGet(() -> to.minusDays(USUAL_DAYS - 1L));
        ReportAnswers.Format format = input.optional("format", Readers.word(ReportAnswers.Format.class))
                .orElse(ReportAnswers.Format.JSON);
        String language = input.optional("language", ReportsResource::language).orElse("en");
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        if (days < 1 || days > MOST_DAYS) {
            input.fault("from", days < 1 ? "is after to" : "is too early: a report has " + MOST_DAYS + " days at most");
        }
        input.throwIfFaulty();
        CallReport report = reports.of(Span.of(from, to, settings.zoneId()));
        Locale locale = Schedule.locale(language);
        return switch (format) {
            case JSON -> ResponseEntity.ok(ReportView.of(report));
            case CSV -> answers.csv(wording.of(report, locale, Masking::show), from, to);
            case PDF -> answers.pdf(wording.of(report, locale, Masking::show), report.madeAt(), locale, from, to);
        };
    }

    private static LocalDate day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(Clean.shown(text) + " is not a day; write 2026-11-22", e);
        }
        throw new IllegalArgumentException(Clean.shown(text) + " is not in the years 1970 to 9999");
    }

    static String language(String text) {
        if (text.equals("en") || text.equals("zh")) {
            return text;
        }
        throw new IllegalArgumentException("is neither en nor zh");
    }
}
