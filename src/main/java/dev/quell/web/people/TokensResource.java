package dev.quell.web.people;

import dev.quell.security.people.CurrentPerson;
import dev.quell.security.tokens.Scope;
import dev.quell.security.tokens.Token;
import dev.quell.security.tokens.Tokens;
import dev.quell.web.idempotency.Done;
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
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

/** {@code /api/v1/tokens}: the tokens of programs, newest first. */
@RestController
@RequestMapping("/api/v1/tokens")
class TokensResource {
    private static final Paging<Spot> PAGING = Paging.bySpot("tokens", 100, 1000);
    private static final int NAME = 60;

    private final Tokens tokens;
    private final Clock clock;

    TokensResource(Tokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * A token that was made.
     *
     * @param token what a program sends; shown here and never again
     */
    record Made(TokenView about, String token) {}

    @Operation(summary = "Tokens, newest first, revoked and past ones too; their texts are not kept")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "limit",
            description = "tokens, 1 to 1000; 100 if not given",
            schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "1000", defaultValue = "100"))
    @InPages
    @GetMapping
    ResponseEntity<List<TokenView>> list(@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        Input input = Inputs.query(query, Paging.PAGE, Paging.LIMIT);
        Part<Spot> part = PAGING.read(input);
        input.throwIfFaulty();
        return part.answer(
                query, Part.behind(part, tokens.all(), TokensResource::spot), TokensResource::spot, this::view);
    }

    private static Spot spot(Token token) {
        return new Spot(-token.createdAt().toEpochMilli(), token.id());
    }

    @Operation(summary = "Makes a token; its text is shown in this answer alone")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Made> make(
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = NewToken.class)))
                    @RequestBody
                    JsonNode body) {
        Instant now = clock.instant();
        Input input = Inputs.body(body, "name", "scopes", "expires", "ttl");
        Optional<String> name =
                input.required("name", "what it is for, 1 to 60 characters", text -> Clean.text(text, NAME));
        Optional<Set<Scope>> scopes =
                input.required("scopes", "words parted by blanks, of " + words(), TokensResource::scopes);
        Optional<Instant> until = input.optional("expires", text -> within(Readers.time(text), now))
                .or(() -> input.optional("ttl", text -> after(Readers.duration(text), now)));
        if (!input.has("expires") && !input.has("ttl")) {
            input.fault("expires", "is missing: a token ends; give a time, or ttl such as 90d");
        }
        String by = CurrentPerson.get().id();
        if (scopes.filter(given -> !Tokens.mayGive(given, by)).isPresent()) {
            input.fault("scopes", "lists:alone is given by a person, on the page of tokens, and by no other token");
        }
        input.throwIfFaulty();
        Tokens.Made made = tokens.make(
                name.orElseThrow(), scopes.orElseThrow(), until.orElseThrow().truncatedTo(ChronoUnit.MILLIS), by);
        Done.note();
        return ResponseEntity.created(
                        URI.create("/api/v1/tokens/" + made.token().id()))
                .body(new Made(view(made.token()), made.text()));
    }

    @Operation(summary = "Revokes a token, on all instances")
    @DeleteMapping("/{id}")
    TokenView revoke(@PathVariable String id) {
        Token revoked = tokens.revoke(id, CurrentPerson.get().id())
                .orElseThrow(() -> ProblemException.notFound(
                        "There is no token of this id, or it has been revoked already; see GET /api/v1/tokens."));
        return view(revoked);
    }

    private TokenView view(Token token) {
        return TokenView.of(token, tokens.seen(token));
    }

    private static Set<Scope> scopes(String text) {
        return Arrays.stream(text.strip().split("[ ,]+"))
                .map(word -> Scope.of(word)
                        .orElseThrow(() ->
                                new IllegalArgumentException(Clean.shown(word) + " is no scope; there are " + words())))
                .collect(Collectors.toSet());
    }

    private static String words() {
        return Arrays.stream(Scope.values()).map(Scope::word).collect(Collectors.joining(", "));
    }

    private static Instant after(Duration ttl, Instant now) {
        if (ttl.compareTo(Tokens.LONGEST) > 0) {
            throw new IllegalArgumentException(tooFar());
        }
        return now.plus(ttl);
    }

    private static Instant within(Instant until, Instant now) {
        try {
            if (until.isAfter(now) && !until.isAfter(now.plus(Tokens.LONGEST))) {
                return until;
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(tooFar(), e);
        }
        throw new IllegalArgumentException(until.isAfter(now) ? tooFar() : "is past");
    }

    private static String tooFar() {
        return "is too far off: a token holds " + Tokens.LONGEST.toDays() + "d at most";
    }
}
