package dev.quell.web.lists;

import dev.quell.blocklist.BlockListService;
import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListEntry.Origin;
import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListPattern;
import dev.quell.blocklist.ListQuery;
import dev.quell.blocklist.ListQuery.Place;
import dev.quell.blocklist.ListRefusal;
import dev.quell.blocklist.proposal.Proposal.Decision;
import dev.quell.blocklist.proposal.Proposals;
import dev.quell.call.CallerNumber;
import dev.quell.calllog.forecast.Forecaster;
import dev.quell.deed.Asker;
import dev.quell.deed.Confirmations;
import dev.quell.deed.Deeds;
import dev.quell.deed.Listed;
import dev.quell.web.input.Askers;
import dev.quell.web.input.Clean;
import dev.quell.web.input.Input;
import dev.quell.web.input.Inputs;
import dev.quell.web.input.Numbers;
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
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** {@code /api/v1/blocklist} and {@code /api/v1/allowlist}: the active entries, newest first. */
@RestController
@RequestMapping("/api/v1/{list:blocklist|allowlist}")
class ListsResource {
    private static final Paging<Place> PAGING = new Paging<>("entries", 100, 1000, Places::text, Places::read);

    private final BlockListService lists;
    private final EntryReader reader;
    private final Forecaster forecasts;
    private final Numbers numbers;
    private final Deeds deeds;
    private final Proposals proposals;
    private final Confirmations second;

    ListsResource(
            BlockListService lists,
            EntryReader reader,
            Forecaster forecasts,
            Numbers numbers,
            Deeds deeds,
            Proposals proposals,
            Confirmations second) {
        this.lists = lists;
        this.reader = reader;
        this.forecasts = forecasts;
        this.numbers = numbers;
        this.deeds = deeds;
        this.proposals = proposals;
        this.second = second;
    }

    @Operation(summary = "Active entries, newest first; the Link header leads to the next page")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "number",
            description = "only entries that mean this number",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "origin",
            description = "manual, burst or ladder",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"manual", "burst", "ladder"}))
    @Parameter(in = ParameterIn.QUERY, name = "author", description = "who made it", schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "limit",
            description = "entries, 1 to 1000; 100 if not given",
            schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "1000", defaultValue = "100"))
    @InPages
    @GetMapping
    ResponseEntity<List<EntryView>> list(
            @PathVariable String list, @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        Input input = Inputs.query(query, "number", "origin", "author", Paging.PAGE, Paging.LIMIT);
        Optional<CallerNumber> number = input.optional("number", numbers::caller);
        Optional<Origin> origin = input.optional("origin", Readers.word(Origin.class));
        Optional<String> author = input.optional("author", text -> Clean.text(text, 100));
        Part<Place> part = PAGING.read(input);
        input.throwIfFaulty();
        if (number.filter(caller -> !caller.identifies()).isPresent()) {
            return ResponseEntity.ok(List.of());
        }
        Optional<ListPattern> meets = number.map(ListPattern.Exact::new);
        List<ListEntry> found =
                lists.page(new ListQuery(kind(list), meets, origin, author, part.after(), part.fetch()));
        Map<Long, Decision> confirmed = proposals.confirmed(found);
        return part.answer(
                query,
                found,
                entry -> new Place(entry.createdAt(), entry.id()),
                entry -> EntryView.of(entry, confirmed.get(entry.id())));
    }

    @Operation(summary = "One active entry")
    @GetMapping("/{id}")
    EntryView one(@PathVariable String list, @PathVariable String id) {
        ListEntry entry = find(kind(list), list, id);
        return EntryView.of(entry, proposals.confirmed(List.of(entry)).get(entry.id()));
    }

    @Operation(
            summary = "Makes an entry; an active one of the same pattern is replaced",
            description =
                    "A prefix or a range of either list and a block for more than 7 days need two people: 202, and it waits among the proposals; see /api/v1/lists/proposals. A token with the scope lists:alone acts alone, and the audit tells so.")
    @ApiResponse(
            responseCode = "201",
            description = "It was made",
            content = @Content(schema = @Schema(implementation = EntryView.class)))
    @ApiResponse(
            responseCode = "202",
            description = "It waits for a second person",
            content = @Content(schema = @Schema(implementation = ProposalView.class)))
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> add(
            @PathVariable String list,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = NewEntry.class)))
                    @RequestBody
                    JsonNode body) {
        EntryReader.Wanted wanted = reader.read(kind(list), body);
        ListEntry entry = wanted.entry();
        try {
            return switch (deeds.listOrPropose(
                    entry.kind(), entry.pattern(), entry.reason(), entry.expiresAt(), wanted.by())) {
                case Listed.Made(var made) ->
                    ResponseEntity.created(URI.create("/api/v1/" + list + "/" + made.id()))
                            .body(EntryView.of(made));
                case Listed.Waits(var proposal) ->
                    ResponseEntity.accepted()
                            .location(URI.create("/api/v1/lists/proposals/" + proposal.id()))
                            .body(ProposalView.of(proposal, second));
            };
        } catch (ListRefusal e) {
            throw ProblemException.conflict(String.valueOf(e.getMessage()));
        }
    }

    /** What an entry would do, without making it. */
    @Operation(summary = "What an entry would have meant for the calls of 30 days; makes none")
    @PostMapping(path = "/preview", consumes = MediaType.APPLICATION_JSON_VALUE)
    Preview preview(
            @PathVariable String list,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = NewEntry.class)))
                    @RequestBody
                    JsonNode body) {
        ListEntry entry = reader.read(kind(list), body).entry();
        return Preview.of(forecasts.of(entry), proposals.needed(entry.kind(), entry.pattern(), entry.expiresAt()));
    }

    @Operation(summary = "Ends an entry")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "reason",
            description = "why, 1 to 200 characters",
            required = true,
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "author",
            description = Askers.DESCRIPTION,
            schema = @Schema(type = "string"))
    @DeleteMapping("/{id}")
    EntryView remove(
            @PathVariable String list,
            @PathVariable String id,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        Input input = Inputs.query(query, "reason", "author");
        Optional<String> reason =
                input.required("reason", "1 to 200 characters that say why", text -> Clean.text(text, 200));
        Asker by = Askers.of(input);
        input.throwIfFaulty();
        return deeds.unlist(kind(list), id(id), entry -> true, reason.orElseThrow(), by)
                .map(EntryView::of)
                .orElseThrow(() -> absent(list, id));
    }

    private ListEntry find(ListKind kind, String list, String id) {
        return lists.find(kind, id(id)).orElseThrow(() -> absent(list, id));
    }

    private static long id(String text) {
        try {
            return Readers.id(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("id", String.valueOf(e.getMessage()));
        }
    }

    private static ProblemException absent(String list, String id) {
        return ProblemException.notFound("The " + list + " has no active entry " + id
                + "; it was never made, has been removed, or its time is over.");
    }

    private static ListKind kind(String list) {
        return list.equals("blocklist") ? ListKind.BLOCK : ListKind.ALLOW;
    }
}
