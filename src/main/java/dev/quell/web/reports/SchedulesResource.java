package dev.quell.web.reports;

import dev.quell.reporting.schedule.Rhythm;
import dev.quell.reporting.schedule.Schedule;
import dev.quell.reporting.schedule.ScheduleDraft;
import dev.quell.reporting.sending.ReportSending;
import dev.quell.reporting.sending.Schedules;
import dev.quell.reporting.sending.Schedules.Planned;
import dev.quell.security.audit.Audit;
import dev.quell.security.audit.Deed;
import dev.quell.web.input.Input;
import dev.quell.web.input.Inputs;
import dev.quell.web.input.Readers;
import dev.quell.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code /api/v1/reports/schedules}: which reports are sent by themselves. */
@RestController
@RequestMapping("/api/v1/reports/schedules")
class SchedulesResource {
    private static final String NONE = "There is no schedule of this name; see GET /api/v1/reports/schedules.";

    private final Schedules schedules;
    private final ReportSending sending;
    private final Audit audit;

    SchedulesResource(Schedules schedules, ReportSending sending, Audit audit) {
        this.schedules = schedules;
        this.sending = sending;
        this.audit = audit;
    }

    /**
     * A schedule.
     *
     * @param every daily or weekly
     * @param day of the week, for weekly ones
     * @param at the time of day, in the zone of quell.reports.zone
     * @param fixed whether the settings have it, which alone change it then
     */
    record ScheduleView(
            String name,
            String every,
            String day,
            String at,
            List<String> mail,
            boolean webhook,
            String language,
            boolean fixed) {
        static ScheduleView of(Planned planned) {
            Schedule schedule = planned.schedule();
            return new ScheduleView(
                    schedule.name(),
                    schedule.every().name().toLowerCase(Locale.ROOT),
                    schedule.day().name().toLowerCase(Locale.ROOT),
                    schedule.at().toString(),
                    schedule.mail(),
                    schedule.webhook(),
                    schedule.language(),
                    planned.fixed());
        }
    }

    /** A report that is sent now, by its number among those sent. */
    record SentNow(long report) {}

    @Operation(
            summary = "The schedules, those of the settings first",
            description = "All of them at once; there are no pages.")
    @GetMapping
    List<ScheduleView> list() {
        return schedules.all().stream().map(ScheduleView::of).toList();
    }

    @Operation(summary = "Makes a schedule, or puts it in place of the one of this name")
    @PutMapping(path = "/{name}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ScheduleView put(
            @Parameter(description = "1 to 32 letters, digits or hyphens", example = "lead") @PathVariable String name,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = NewSchedule.class)))
                    @RequestBody
                    JsonNode body) {
        Schedule schedule = read(name, body);
        Optional<Planned> before = schedules.find(name);
        switch (schedules.save(schedule)) {
            case FIXED ->
                throw ProblemException.conflict("The settings have a schedule of this name, and they alone change it.");
            case FULL ->
                throw ProblemException.conflict(
                        "There are " + Schedules.MOST + " schedules, which is the most; delete one first.");
            case DONE ->
                audit.note(
                        Deed.SCHEDULE_CHANGED,
                        "report schedule " + name,
                        before.map(known -> known.schedule().words()).orElse(""),
                        schedule.words());
        }
        return schedules.find(name).map(ScheduleView::of).orElseThrow(() -> ProblemException.notFound(NONE));
    }

    private static Schedule read(String name, JsonNode body) {
        Input input = Inputs.body(body, "every", "day", "at", "mail", "webhook", "language");
        Optional<Rhythm> every = input.required("every", "daily or weekly", Readers.word(Rhythm.class));
        ScheduleDraft draft = new ScheduleDraft(
                every.orElse(Rhythm.DAILY),
                input.optional("day", Readers.word(DayOfWeek.class)).orElse(DayOfWeek.MONDAY),
                input.optional("at", text -> text).orElse("07:00"),
                input.optional("mail", SchedulesResource::addresses).orElse(List.of()),
                input.optional("webhook", Readers::yes).orElse(false),
                input.optional("language", ReportsResource::language).orElse("en"));
        draft.faults(name).forEach(fault -> input.fault(fault.field(), fault.sentence()));
        input.throwIfFaulty();
        return draft.named(name);
    }

    private static List<String> addresses(String text) {
        return Arrays.stream(text.split("[\\s,;]+"))
                .filter(address -> !address.isEmpty())
                .toList();
    }

    @Operation(summary = "Deletes a schedule; what it sent stays")
    @DeleteMapping("/{name}")
    ScheduleView delete(@Parameter(description = "the schedule's name", example = "lead") @PathVariable String name) {
        Planned known = schedules.find(name).orElseThrow(() -> ProblemException.notFound(NONE));
        if (!schedules.remove(name)) {
            throw known.fixed()
                    ? ProblemException.conflict("The settings have this schedule; take it out there.")
                    : ProblemException.notFound(NONE);
        }
        audit.note(
                Deed.SCHEDULE_CHANGED,
                "report schedule " + name,
                known.schedule().words(),
                "");
        return ScheduleView.of(known);
    }

    @Operation(
            summary = "Sends a schedule's report that was due last, at once",
            description =
                    "To all its recipients, and again to those who have it. What becomes of the mails tells GET /api/v1/reports/sent/{id}.")
    @PostMapping("/{name}/send")
    SentNow send(@Parameter(description = "the schedule's name", example = "lead") @PathVariable String name) {
        OptionalLong report = sending.now(name);
        if (report.isEmpty()) {
            throw ProblemException.notFound(NONE);
        }
        audit.note(Deed.REPORT_SENT, "report schedule " + name, "", "");
        return new SentNow(report.getAsLong());
    }
}
