package dev.quell.web.flags;

import dev.quell.call.CallId;
import dev.quell.calllog.CallerFilter;
import dev.quell.calllog.LoggedCall;
import dev.quell.deed.Asker;
import dev.quell.deed.Deeds;
import dev.quell.flag.CallRedirector;
import dev.quell.flag.CallRedirector.Moved;
import dev.quell.flag.Flag;
import dev.quell.flag.FlagQuery;
import dev.quell.flag.FlagQuery.Place;
import dev.quell.flag.FlagReason;
import dev.quell.flag.FlagStore;
import dev.quell.flag.Flags;
import dev.quell.screening.CallJournal;
import dev.quell.web.calls.CallFinder;
import dev.quell.web.input.Askers;
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
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code /api/v1/flags}: what agents say about calls, newest first. */
@RestController
@RequestMapping("/api/v1/flags")
class FlagsResource {
    private static final Paging<Place> PAGING = new Paging<>("flags", 100, 1000, FlagPlaces::text, FlagPlaces::read);
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private final Deeds deeds;
    private final FlagStore store;
    private final CallFinder calls;
    private final CallJournal journal;
    private final CallRedirector redirector;
    private final FlaggedCallers callers;

    FlagsResource(
            Deeds deeds,
            FlagStore store,
            CallFinder calls,
            CallJournal journal,
            CallRedirector redirector,
            FlaggedCallers callers) {
        this.callers = callers;
        this.deeds = deeds;
        this.store = store;
        this.calls = calls;
        this.journal = journal;
        this.redirector = redirector;
    }

    /**
     * A flag that was kept.
     *
     * @param destination where the caller is taken
     * @param moved whether it was done; absent if it was not asked for
     */
    record Raised(
            FlagView flag,
            Flags.Destination destination,
            @Nullable Moved moved) {}

    @Operation(summary = "Flags, newest first; the Link header leads to the next page")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "call",
            description = "only those on a call, by id or case number",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "from",
            description = "raised at or after; ISO 8601",
            schema = @Schema(type = "string", format = "date-time"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "to",
            description = "raised before; ISO 8601",
            schema = @Schema(type = "string", format = "date-time"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "reason",
            description = "only such: abuse, prank, silent, sales, threat or unspecified",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"abuse", "prank", "silent", "sales", "threat", "unspecified"}))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "standing",
            description = "true: only those that stand; false: only those that were taken back",
            schema = @Schema(type = "boolean"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "agent",
            description = "only this agent's",
            example = "PJSIP/1001",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "caller",
            description =
                    "only those on one caller: national, E.164, short, or withheld; or on a prefix such as +86138*",
            example = "13800138000",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "limit",
            description = "flags, 1 to 1000; 100 if not given",
            schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "1000", defaultValue = "100"))
    @InPages
    @GetMapping
    ResponseEntity<List<FlagView>> list(@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        Input input =
                Inputs.query(query, "call", "from", "to", "reason", "standing", "agent", "caller", "limit", "page");
        Optional<String> call = input.optional("call", text -> text);
        Optional<CallerFilter> caller = input.optional("caller", callers::read);
        Part<Place> part = PAGING.read(input);
        FlagQuery wanted = new FlagQuery(
                input.optional("from", Readers::time).orElse(Instant.EPOCH),
                input.optional("to", Readers::time).orElse(END),
                input.optional("agent", FlagRequest::agent),
                input.optional("reason", Readers.word(FlagReason.class)),
                caller.flatMap(FlaggedCallers::one),
                caller.flatMap(FlaggedCallers::start),
                input.optional("standing", Readers::yes),
                part.after(),
                part.fetch());
        input.throwIfFaulty();
        List<Flag> found = call.map(
                        reference -> store.of(calls.find(reference).id()).reversed())
                .orElseGet(() -> store.page(wanted));
        return part.answer(query, found.stream().filter(wanted::wants).toList(), Place::of, FlagView::of);
    }

    @Operation(summary = "Flags a call, live or ended; move takes the caller of a live one from the agent")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Raised raise(
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = NewFlag.class)))
                    @RequestBody
                    JsonNode body) {
        FlagRequest wanted = FlagRequest.read(body);
        String said = Askers.said(wanted.agent());
        LoggedCall call = calls.find(wanted.call());
        Flags.Destination destination =
                deeds.flag(call.id(), call.caller(), wanted.reason(), wanted.note(), said, moves(wanted));
        Flag kept = store.of(call.id()).stream()
                .filter(flag -> flag.agent().equals(said) && flag.undoneAt().isEmpty())
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("the flag on " + call.id() + " was not kept"));
        return new Raised(
                FlagView.of(kept), destination, wanted.move() ? move(call, wanted.agent(), destination) : null);
    }

    private static String moves(FlagRequest wanted) {
        return wanted.move() ? ", the caller to be moved away" : "";
    }

    private Moved move(LoggedCall call, String agent, Flags.Destination destination) {
        return call.endedAt().isPresent()
                ? Moved.GONE
                : channel(call.id())
                        .map(channel -> redirector.move(call.id(), channel, agent, destination))
                        .orElse(Moved.FAILED);
    }

    private Optional<String> channel(CallId id) {
        return journal.find(id).map(screened -> screened.call().channel());
    }

    /** Takes a flag back. */
    @Operation(summary = "Takes a flag back")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "author",
            description = Askers.DESCRIPTION,
            schema = @Schema(type = "string"))
    @DeleteMapping("/{id}")
    FlagView undo(
            @PathVariable String id, @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        Input input = Inputs.query(query, "author");
        Optional<Long> number = input.part("id", id, Readers::id);
        Asker by = Askers.of(input);
        input.throwIfFaulty();
        Flag undone = deeds.unflag(number.orElseThrow(), by)
                .orElseThrow(() -> ProblemException.notFound(
                        "There is no standing flag " + id + "; it was never raised, or has been taken back already."));
        return FlagView.of(undone);
    }
}
