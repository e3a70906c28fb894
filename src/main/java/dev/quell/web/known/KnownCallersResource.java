package dev.quell.web.known;

import dev.quell.call.CallerNumber;
import dev.quell.deed.Asker;
import dev.quell.history.KnownAs;
import dev.quell.known.KnownCaller;
import dev.quell.known.KnownCaller.Origin;
import dev.quell.known.KnownCallers;
import dev.quell.security.audit.Audit;
import dev.quell.security.audit.Deed;
import dev.quell.security.masking.Masking;
import dev.quell.web.input.Askers;
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
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code /api/v1/known-callers}: customers, callers with an open ticket, and numbers that the site called; in the order of numbers. */
@RestController
@RequestMapping("/api/v1/known-callers")
class KnownCallersResource {
    private static final Paging<CallerNumber> PAGING =
            new Paging<>("known-callers", 100, 1000, Masking::key, KnownCallersResource::place);

    private final KnownCallers known;
    private final Numbers numbers;
    private final Clock clock;
    private final Audit audit;

    KnownCallersResource(KnownCallers known, Numbers numbers, Clock clock, Audit audit) {
        this.known = known;
        this.numbers = numbers;
        this.clock = clock;
        this.audit = audit;
    }

    /** A page of known callers; its {@code Link} header (RFC 8288) leads to the next. */
    @Operation(summary = "Known callers in the order of numbers; the Link header leads to the next page")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "kind",
            description = "customer, open_ticket or dialled",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"customer", "open_ticket", "dialled"}))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "origin",
            description = "api, file or dialplan",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"api", "file", "dialplan"}))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "limit",
            description = "numbers a page, 1 to 1000; 100 if not given",
            schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "1000", defaultValue = "100"))
    @InPages
    @GetMapping
    ResponseEntity<List<KnownCallerView>> list(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        Input input = Inputs.query(query, "kind", "origin", Paging.PAGE, Paging.LIMIT);
        Optional<KnownAs> kind = input.optional("kind", Readers.word(KnownAs.class));
        Optional<Origin> origin = input.optional("origin", Readers.word(Origin.class));
        Part<CallerNumber> part = PAGING.read(input);
        input.throwIfFaulty();
        Page page = Page.cut(
                known.page(
                        part.after().map(CallerNumber::key).orElse(""),
                        one -> kind.map(one.as()::equals).orElse(true)
                                && origin.map(one.origin()::equals).orElse(true),
                        Page.fetch(part.limit())),
                part.limit());
        HttpHeaders headers = new HttpHeaders();
        page.next().ifPresent(next -> part.next(headers, query, next));
        return ResponseEntity.ok()
                .headers(headers)
                .body(page.known().stream().map(KnownCallerView::of).toList());
    }

    private static CallerNumber place(String key) {
        return Masking.caller(key).orElseThrow(() -> new IllegalArgumentException("is no number's key"));
    }

    @Operation(summary = "All that one number is known as")
    @GetMapping("/{number}")
    List<KnownCallerView> one(@PathVariable String number) {
        CallerNumber caller = number(number);
        List<KnownCaller> found = known.of(caller);
        if (found.isEmpty()) {
            throw absent(caller);
        }
        return found.stream().map(KnownCallerView::of).toList();
    }

    @Operation(summary = "Makes a number known; what was said of it and the same kind is replaced")
    @PutMapping(path = "/{number}", consumes = MediaType.APPLICATION_JSON_VALUE)
    List<KnownCallerView> put(
            @PathVariable String number,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = NewKnownCaller.class)))
                    @RequestBody
                    JsonNode body) {
        Instant now = clock.instant();
        Input input = Inputs.body(body, "kind", "until", "ttl", "author");
        Optional<CallerNumber> caller = input.part("number", number, numbers::caller);
        Optional<KnownAs> kind =
                input.required("kind", "customer, open_ticket or dialled", Readers.word(KnownAs.class));
        Asker by = Askers.of(input);
        if (input.has("until") && input.has("ttl")) {
            input.fault("ttl", "and until are both given; one is enough");
        }
        Optional<Instant> until = input.optional("until", Readers::time)
                .or(() -> input.optional("ttl", Readers::duration).map(now::plus));
        caller.flatMap(known::refusal).ifPresent(why -> input.fault("number", why));
        kind.flatMap(as -> known.refusal(as, until))
                .ifPresent(why -> input.fault(input.has("ttl") ? "ttl" : "until", why));
        input.throwIfFaulty();
        known.put(List.of(new KnownCaller(caller.orElseThrow(), kind.orElseThrow(), Origin.API, by.id(), now, until)));
        audit.note(
                Deed.CALLER_KNOWN,
                String.valueOf(caller.orElseThrow()),
                "",
                by.words() + words(kind.orElseThrow(), until));
        return one(number);
    }

    /** Takes back what people or the dialplan said of a number. */
    @Operation(summary = "Takes a number back, of one kind or of all; what the site's file says stays")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "kind",
            description = "only this: customer, open_ticket or dialled",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"customer", "open_ticket", "dialled"}))
    @DeleteMapping("/{number}")
    List<KnownCallerView> remove(
            @PathVariable String number, @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        Input input = Inputs.query(query, "kind");
        Optional<KnownAs> kind = input.optional("kind", Readers.word(KnownAs.class));
        input.throwIfFaulty();
        CallerNumber caller = number(number);
        List<KnownCaller> standing = known.of(caller).stream()
                .filter(one -> kind.map(one.as()::equals).orElse(true))
                .toList();
        if (standing.isEmpty()) {
            throw absent(caller);
        }
        List<KnownCaller> removable =
                standing.stream().filter(one -> one.origin() != Origin.FILE).toList();
        if (removable.isEmpty()) {
            throw ProblemException.conflict(
                    caller + " stands in the site's file of customers (quell.known-callers.file); take it out there.");
        }
        removable.forEach(one -> {
            known.remove(caller, one.as());
            audit.note(Deed.CALLER_UNKNOWN, caller.toString(), words(one.as(), one.until()), "");
        });
        return removable.stream().map(KnownCallerView::of).toList();
    }

    private static String words(KnownAs as, Optional<Instant> until) {
        return as + until.map(end -> " until " + end).orElse("");
    }

    private CallerNumber number(String text) {
        try {
            return numbers.caller(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("number", String.valueOf(e.getMessage()));
        }
    }

    private static ProblemException absent(CallerNumber caller) {
        return ProblemException.notFound(
                "The site does not know " + caller + "; it was never told, was taken back, or its time is over.");
    }
}
