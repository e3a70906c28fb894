package dev.quell.web.flags;

import dev.quell.call.CallId;
import dev.quell.calllog.LoggedCall;
import dev.quell.flag.CallRedirector;
import dev.quell.flag.CallRedirector.Moved;
import dev.quell.flag.Flag;
import dev.quell.flag.FlagQuery;
import dev.quell.flag.FlagQuery.Place;
import dev.quell.flag.FlagStore;
import dev.quell.flag.Flags;
import dev.quell.screening.CallJournal;
import dev.quell.security.audit.Audit;
import dev.quell.security.audit.Deed;
import dev.quell.security.people.CurrentPerson;
import dev.quell.web.calls.CallFinder;
import dev.quell.web.input.Clean;
import dev.quell.web.input.Input;
import dev.quell.web.input.Inputs;
import dev.quell.web.input.Readers;
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
import org.springframework.http.HttpHeaders;
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
    private static final int LIMIT = 100;
    private static final int MAX_LIMIT = 1000;
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private final Flags flags;
    private final FlagStore store;
    private final CallFinder calls;
    private final CallJournal journal;
    private final CallRedirector redirector;
    private final Audit audit;

    FlagsResource(
            Flags flags,
            FlagStore store,
            CallFinder calls,
            CallJournal journal,
            CallRedirector redirector,
            Audit audit) {
        this.flags = flags;
        this.store = store;
        this.calls = calls;
        this.journal = journal;
        this.redirector = redirector;
        this.audit = audit;
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
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "agent",
            description = "only this agent's",
            example = "PJSIP/1001",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "limit",
            description = "flags, 1 to 1000; 100 if not given",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "page",
            description = "a place in the list; the Link header has it",
            schema = @Schema(type = "string"))
    @GetMapping
    ResponseEntity<List<FlagView>> list(@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        Input input = Inputs.query(query, "call", "from", "agent", "limit", "page");
        Optional<String> call = input.optional("call", text -> text);
        Instant from = input.optional("from", Readers::time).orElse(Instant.EPOCH);
        Optional<String> agent = input.optional("agent", FlagRequest::agent);
        int limit = input.optional("limit", Readers.between(1, MAX_LIMIT)).orElse(LIMIT);
        Optional<Place> after = input.optional("page", FlagPlaces::read);
        input.throwIfFaulty();
        List<Flag> found = call.map(
                        reference -> store.of(calls.find(reference).id()).reversed())
                .orElseGet(() -> store.page(
                        new FlagQuery(from, END, agent, Optional.empty(), Optional.empty(), after, limit + 1)));
        List<Flag> page = found.stream()
                .filter(flag -> !flag.at().isBefore(from))
                .filter(flag -> agent.map(flag.agent()::equals).orElse(true))
                .limit(limit)
                .toList();
        return answer(page, call.isEmpty() && found.size() > limit, query);
    }

    private static ResponseEntity<List<FlagView>> answer(
            List<Flag> page, boolean more, MultiValueMap<String, String> query) {
        HttpHeaders headers = new HttpHeaders();
        if (more) {
            headers.add(HttpHeaders.LINK, FlagPlaces.link(query, Place.of(page.getLast())));
        }
        return ResponseEntity.ok()
                .headers(headers)
                .body(page.stream().map(FlagView::of).toList());
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
        LoggedCall call = calls.find(wanted.call());
        Flags.Destination destination =
                flags.flag(call.id(), call.caller(), wanted.agent(), wanted.reason(), wanted.note());
        Flag kept = store.of(call.id()).stream()
                .filter(flag ->
                        flag.agent().equals(wanted.agent()) && flag.undoneAt().isEmpty())
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("the flag on " + call.id() + " was not kept"));
        audit.note(
                Deed.FLAG_RAISED,
                "call " + call.id(),
                "",
                wanted.agent() + ": " + wanted.reason() + (wanted.move() ? ", the caller to be moved away" : ""));
        return new Raised(FlagView.of(kept), destination, wanted.move() ? move(call, destination) : null);
    }

    private Moved move(LoggedCall call, Flags.Destination destination) {
        return call.endedAt().isPresent()
                ? Moved.GONE
                : channel(call.id())
                        .map(channel -> redirector.move(call.id(), channel, destination))
                        .orElse(Moved.FAILED);
    }

    private Optional<String> channel(CallId id) {
        return journal.find(id).map(screened -> screened.call().channel());
    }

    /** Takes a flag back. */
    @Operation(summary = "Takes a flag back")
    @Parameter(in = ParameterIn.QUERY, name = "author", description = "who does it", schema = @Schema(type = "string"))
    @DeleteMapping("/{id}")
    FlagView undo(
            @PathVariable String id, @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        Input input = Inputs.query(query, "author");
        Optional<Long> number = input.part("id", id, Readers::id);
        String author = input.optional("author", text -> Clean.text(text, 100))
                .orElseGet(() -> CurrentPerson.get().id());
        input.throwIfFaulty();
        Flag undone = flags.undo(number.orElseThrow(), author)
                .orElseThrow(() -> ProblemException.notFound(
                        "There is no standing flag " + id + "; it was never raised, or has been taken back already."));
        audit.note(Deed.FLAG_UNDONE, "call " + undone.call(), undone.agent() + ": " + undone.reason(), "");
        return FlagView.of(undone);
    }
}
