package dev.quell.web.evidence;

import dev.quell.blocklist.ListPattern;
import dev.quell.evidence.HeldSource;
import dev.quell.evidence.Hold;
import dev.quell.evidence.Holds;
import dev.quell.evidence.key.EvidenceFault;
import dev.quell.security.audit.Audit;
import dev.quell.security.audit.Deed;
import dev.quell.security.masking.Masking;
import dev.quell.security.people.CurrentPerson;
import dev.quell.web.idempotency.Done;
import dev.quell.web.input.Askers;
import dev.quell.web.input.Clean;
import dev.quell.web.input.Input;
import dev.quell.web.input.Inputs;
import dev.quell.web.input.Readers;
import dev.quell.web.paging.InPages;
import dev.quell.web.paging.Paging;
import dev.quell.web.paging.Part;
import dev.quell.web.paging.Spot;
import dev.quell.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code /api/v1/evidence/holds}: what retention must keep, on whose word. */
@RestController
@RequestMapping("/api/v1/evidence/holds")
class HoldsResource {

    private static final Paging<Spot> PAGING = Paging.bySpot("holds", 100, 1000);
    private static final String UNBOUND =
            "A hold binds the records of this instance alone. The record that the instances share in PostgreSQL drops whole days when"
                    + " quell.storage.retention.calls is over, held calls too: raise that on all instances, or copy the days."
                    + " Send \"ownRecordsOnly\": true to hold this instance's own records, and ask each other instance for the same.";

    private final Holds holds;
    private final Audit audit;
    private final Clock clock;
    private final boolean sharedRecord;

    HoldsResource(Holds holds, Audit audit, Clock clock, @Value("${spring.datasource.url:}") String url) {
        this.holds = holds;
        this.audit = audit;
        this.clock = clock;
        this.sharedRecord = url.startsWith("jdbc:postgresql:");
    }

    /** A hold as it is shown: times in ISO 8601, null where there is none. */
    record HoldView(
            long id,
            Optional<String> source,
            Instant from,
            Instant to,
            String author,
            String reason,
            Instant madeAt,
            Optional<Instant> until,
            Optional<Instant> releasedAt) {
        static HoldView of(Hold hold) {
            return new HoldView(
                    hold.id(),
                    hold.source().map(pattern -> Masking.text(pattern.text())),
                    hold.from(),
                    hold.to(),
                    Masking.text(hold.author()),
                    Masking.text(hold.reason()),
                    hold.madeAt(),
                    hold.until(),
                    hold.releasedAt());
        }
    }

    @Operation(summary = "Legal holds, newest first, ended ones too")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "limit",
            description = "holds, 1 to 1000; 100 if not given",
            schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "1000", defaultValue = "100"))
    @InPages
    @GetMapping
    ResponseEntity<List<HoldView>> all(@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        Input input = Inputs.query(query, Paging.PAGE, Paging.LIMIT);
        Part<Spot> part = PAGING.read(input);
        input.throwIfFaulty();
        return part.answer(
                query, Part.behind(part, holds.all(), HoldsResource::spot), HoldsResource::spot, HoldView::of);
    }

    private static Spot spot(Hold hold) {
        return new Spot(-hold.id(), "");
    }

    @Operation(
            summary = "Keeps a source's calls, flags and list entries from retention",
            description =
                    "It binds this instance's own records. Where instances share a record in PostgreSQL, which drops whole days, it is refused with 409 unless ownRecordsOnly is true.")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    HoldView keep(
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = NewHold.class)))
                    @RequestBody
                    JsonNode body) {
        Input input = Inputs.body(body, "source", "from", "to", "until", "author", "reason", "ownRecordsOnly");
        Optional<ListPattern> source = input.optional("source", HeldSource::parse);
        Instant from = input.optional("from", Readers::time).orElse(Instant.EPOCH);
        Instant to = input.optional("to", Readers::time).orElse(Instant.parse("9999-12-31T00:00:00Z"));
        Optional<Instant> until = input.optional("until", Readers::time);
        Optional<String> author =
                input.required("author", "who orders it, 1 to 100 characters", text -> Clean.text(text, 100));
        Optional<String> reason = input.required("reason", "why, 1 to 200 characters", text -> Clean.text(text, 200));
        boolean own = input.optional("ownRecordsOnly", Readers::yes).orElse(false);
        if (!from.isBefore(to)) {
            input.fault("from", "is not before to");
        }
        input.throwIfFaulty();
        if (sharedRecord && !own) {
            throw ProblemException.conflict(UNBOUND);
        }
        Hold kept = asked(() -> holds.keep(
                new Hold(
                        0,
                        source,
                        from,
                        to,
                        Askers.said(author.orElseThrow()),
                        reason.orElseThrow(),
                        Instant.ofEpochMilli(clock.millis()),
                        until,
                        Optional.empty()),
                CurrentPerson.get().id()));
        Done.note();
        note(kept, "", kept.author() + ": " + kept.reason());
        return HoldView.of(kept);
    }

    @Operation(
            summary = "Accepts what is wrong with legal holds, so that retention goes on",
            description =
                    "Retention removes nothing that a hold may keep while the holds are not those that the chain's notes tell of. What is wrong now is named in a signed note for good, and retention goes on by the holds as they are now. 409 if nothing is wrong.")
    @PostMapping(path = "/accept", consumes = MediaType.APPLICATION_JSON_VALUE)
    Accepted accept(
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = NewAcceptance.class)))
                    @RequestBody
                    JsonNode body) {
        Input input = Inputs.body(body, "author", "reason");
        Optional<String> author =
                input.required("author", "who accepts it, 1 to 100 characters", text -> Clean.text(text, 100));
        Optional<String> reason = input.required("reason", "why, 1 to 200 characters", text -> Clean.text(text, 200));
        input.throwIfFaulty();
        List<String> accepted = asked(() -> holds.accept(
                Askers.said(author.orElseThrow()),
                reason.orElseThrow(),
                CurrentPerson.get().id(),
                Instant.ofEpochMilli(clock.millis())));
        if (accepted.isEmpty()) {
            throw ProblemException.conflict("nothing is wrong with the holds and their notes");
        }
        accepted.forEach(fault -> audit.note(Deed.HOLD_CHANGED, "*", fault, reason.orElseThrow()));
        return new Accepted(accepted);
    }

    /** What was accepted, a sentence each. */
    record Accepted(List<String> accepted) {}

    /** The body that accepts, for the interface's description. */
    record NewAcceptance(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    maxLength = 100,
                    description = "who accepts it",
                    example = "Li")
            String author,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    maxLength = 200,
                    description = "why",
                    example = "hold 3 was changed by mistake")
            String reason) {}

    private static <T> T asked(Supplier<T> change) {
        try {
            return change.get();
        } catch (EvidenceFault e) {
            throw ProblemException.conflict(String.valueOf(e.getMessage()));
        }
    }

    private void note(Hold hold, String before, String after) {
        audit.note(Deed.HOLD_CHANGED, hold.source().map(ListPattern::text).orElse("*"), before, after);
    }

    @Operation(summary = "Ends a legal hold")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "author",
            description = "who ends it",
            required = true,
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "reason",
            description = "why",
            required = true,
            schema = @Schema(type = "string"))
    @DeleteMapping("/{id}")
    HoldView release(
            @PathVariable long id, @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        Input input = Inputs.query(query, "author", "reason");
        Optional<String> author =
                input.required("author", "who ends it, 1 to 100 characters", text -> Clean.text(text, 100));
        Optional<String> reason = input.required("reason", "why, 1 to 200 characters", text -> Clean.text(text, 200));
        input.throwIfFaulty();
        Optional<Hold> released = asked(() -> holds.release(
                id,
                Askers.said(author.orElseThrow()),
                reason.orElseThrow(),
                CurrentPerson.get().id(),
                Instant.ofEpochMilli(clock.millis())));
        released.ifPresent(
                hold -> note(hold, hold.reason(), Askers.said(author.orElseThrow()) + ": " + reason.orElseThrow()));
        return released.map(HoldView::of)
                .orElseThrow(() -> ProblemException.notFound("there is no standing hold " + id));
    }
}
