package dev.quell.web.people;

import dev.quell.security.audit.AuditLog;
import dev.quell.security.audit.AuditQuery;
import dev.quell.security.audit.AuditQuery.Place;
import dev.quell.security.audit.Deed;
import dev.quell.security.masking.Questions;
import dev.quell.web.input.Clean;
import dev.quell.web.input.Input;
import dev.quell.web.input.Inputs;
import dev.quell.web.input.Readers;
import dev.quell.web.paging.InPages;
import dev.quell.web.paging.Paging;
import dev.quell.web.paging.Part;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/audit}: what people did, newest first. */
@RestController
class AuditResource {
    private static final Paging<Place> PAGING =
            new Paging<>("audit", 100, 1000, AuditResource::text, AuditResource::place);
    private static final int TEXT = 200;

    private final AuditLog log;
    private final Questions questions;

    AuditResource(AuditLog log, Questions questions) {
        this.log = log;
        this.questions = questions;
    }

    @Operation(
            summary = "What people did, newest first; the Link header leads to the next page",
            description =
                    "Whoever sees numbers masked asks for 60 different numbers an hour in subject; each is noted.")
    @Parameter(in = ParameterIn.QUERY, name = "who", description = "only theirs", schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "deed",
            description = "only such, for example entry-made",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "subject",
            description = "only on this",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "from",
            description = "at or after; ISO 8601",
            schema = @Schema(type = "string", format = "date-time"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "to",
            description = "before; ISO 8601",
            schema = @Schema(type = "string", format = "date-time"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "limit",
            description = "entries, 1 to 1000; 100 if not given",
            schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "1000", defaultValue = "100"))
    @InPages
    @GetMapping("/api/v1/audit")
    ResponseEntity<List<AuditView>> list(@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        Input input = Inputs.query(query, "who", "deed", "subject", "from", "to", Paging.PAGE, Paging.LIMIT);
        Part<Place> part = PAGING.read(input);
        AuditQuery wanted = new AuditQuery(
                input.optional("who", text -> Clean.text(text, TEXT)),
                input.optional("deed", AuditResource::deed),
                input.optional("subject", text -> Clean.text(text, TEXT)),
                input.optional("from", Readers::time),
                input.optional("to", Readers::time),
                part.after(),
                part.fetch());
        input.throwIfFaulty();
        wanted.subject().ifPresent(questions::look);
        return part.answer(query, log.page(wanted), entry -> new Place(entry.at(), entry.id()), AuditView::of);
    }

    /** One of the words that answers have, and that are joined by dashes. */
    private static Deed deed(String text) {
        return Deed.of(text.toLowerCase(Locale.ROOT).replace('_', '-'))
                .orElseThrow(() -> new IllegalArgumentException(Clean.shown(text) + " is none of "
                        + Arrays.stream(Deed.values()).map(Deed::word).collect(Collectors.joining(", "))));
    }

    /** An entry's time in milliseconds and its id, joined by a dash. */
    private static Place place(String text) {
        return Optional.of(text)
                .filter(given -> given.matches("[0-9]{1,15}-[0-9]{1,18}"))
                .map(given -> given.split("-", 2))
                .map(parts -> new Place(Instant.ofEpochMilli(Long.parseLong(parts[0])), Long.parseLong(parts[1])))
                .orElseThrow(() -> new IllegalArgumentException("is no place in the audit"));
    }

    private static String text(Place place) {
        return place.at().toEpochMilli() + "-" + place.id();
    }
}
