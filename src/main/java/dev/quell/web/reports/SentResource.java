package dev.quell.web.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quell.reporting.schedule.Schedule;
import dev.quell.reporting.sending.ReportBook;
import dev.quell.reporting.sending.SentMail;
import dev.quell.reporting.sending.SentReport;
import dev.quell.reporting.words.ReportText;
import dev.quell.web.input.Input;
import dev.quell.web.input.Inputs;
import dev.quell.web.input.Readers;
import dev.quell.web.paging.InPages;
import dev.quell.web.paging.Paging;
import dev.quell.web.paging.Part;
import dev.quell.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/reports/sent}: the reports that schedules sent, and what became of their mails. */
@RestController
class SentResource {
    private static final Paging<ReportBook.Place> PAGING =
            new Paging<>("sent", 50, 1000, SentResource::text, SentResource::place);

    private final ReportBook book;
    private final ReportAnswers answers;

    SentResource(ReportBook book, ReportAnswers answers) {
        this.book = book;
        this.answers = answers;
    }

    /**
     * A mail with a report; what is not known is left out.
     *
     * @param state taken (by the mail server), waiting, failing (tried again) or given_up
     * @param next when it is tried again
     * @param fault why the last attempt failed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MailView(
            String to,
            String state,
            int tries,
            @Nullable Instant next,
            @Nullable Instant taken,
            @Nullable String fault) {
        static MailView of(SentMail mail) {
            return new MailView(
                    mail.to(),
                    mail.state().name().toLowerCase(Locale.ROOT),
                    mail.tries(),
                    mail.next().orElse(null),
                    mail.taken().orElse(null),
                    mail.fault().isEmpty() ? null : mail.fault());
        }
    }

    /**
     * A report that was sent.
     *
     * @param from the first day
     * @param to the last day
     * @param report its words, with numbers masked; with one report alone
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SentView(
            long id,
            String schedule,
            LocalDate from,
            LocalDate to,
            Instant made,
            String language,
            List<MailView> mails,
            @Nullable ReportText report) {
        static SentView of(SentReport report, List<SentMail> mails, @Nullable ReportText words) {
            return new SentView(
                    report.id(),
                    report.schedule(),
                    report.first(),
                    report.last(),
                    report.madeAt(),
                    report.language(),
                    mails.stream().map(MailView::of).toList(),
                    words);
        }
    }

    @Operation(summary = "The reports that schedules sent, newest first, and what became of their mails")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "limit",
            description = "reports, 1 to 1000; 50 if not given",
            schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "1000", defaultValue = "50"))
    @InPages
    @GetMapping("/api/v1/reports/sent")
    ResponseEntity<List<SentView>> list(@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        Input input = Inputs.query(query, Paging.PAGE, Paging.LIMIT);
        Part<ReportBook.Place> part = PAGING.read(input);
        input.throwIfFaulty();
        List<SentReport> reports = book.newest(part.after(), part.fetch());
        Map<Long, List<SentMail>> mails = book
                .mails(reports.stream().map(SentReport::id).toList())
                .stream()
                .collect(Collectors.groupingBy(SentMail::report));
        return part.answer(
                query,
                reports,
                ReportBook.Place::of,
                report -> SentView.of(report, mails.getOrDefault(report.id(), List.of()), null));
    }

    private static String text(ReportBook.Place place) {
        return place.madeAt().toEpochMilli() + " " + place.id();
    }

    private static ReportBook.Place place(String text) {
        int blank = Math.max(0, text.indexOf(' '));
        return new ReportBook.Place(
                Instant.ofEpochMilli(Readers.number(text.substring(0, blank))),
                Readers.number(text.substring(blank).strip()));
    }

    @Operation(summary = "One report as it was sent, its numbers masked")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "format",
            description = "json, csv or pdf",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"json", "csv", "pdf"}))
    @GetMapping("/api/v1/reports/sent/{id}")
    ResponseEntity<?> one(
            @Parameter(description = "the report's number", schema = @Schema(type = "string", example = "17"))
                    @PathVariable
                    String id,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        Input input = Inputs.query(query, "format");
        ReportAnswers.Format format = input.optional("format", Readers.word(ReportAnswers.Format.class))
                .orElse(ReportAnswers.Format.JSON);
        long number = input.part("id", id, Readers::id).orElse(0L);
        input.throwIfFaulty();
        SentReport report = book.find(number)
                .orElseThrow(() ->
                        ProblemException.notFound("There is no sent report of this id; see GET /api/v1/reports/sent."));
        return switch (format) {
            case JSON -> ResponseEntity.ok(SentView.of(report, book.mails(List.of(number)), report.text()));
            case CSV -> answers.csv(report.text(), report.first(), report.last());
            case PDF ->
                answers.pdf(
                        report.text(),
                        report.madeAt(),
                        Schedule.locale(report.language()),
                        report.first(),
                        report.last());
        };
    }
}
