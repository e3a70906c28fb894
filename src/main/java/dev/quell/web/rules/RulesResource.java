package dev.quell.web.rules;

import dev.quell.deed.Asker;
import dev.quell.deed.rules.RuleDeeds;
import dev.quell.security.people.Person;
import dev.quell.tuning.Revision;
import dev.quell.tuning.Tuner;
import dev.quell.web.input.Clean;
import dev.quell.web.input.Input;
import dev.quell.web.input.Inputs;
import dev.quell.web.paging.InPages;
import dev.quell.web.paging.Paging;
import dev.quell.web.paging.Part;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code /api/v1/rules}: the weights and thresholds that decide, and those that were saved. */
@RestController
@RequestMapping("/api/v1/rules")
class RulesResource {
    static final int LONGEST_NOTE = 200;

    private static final int KEPT = 10_000;
    private static final Paging<String> PAGING = new Paging<>("revisions", 30, 1000, id -> id, RulesResource::id);

    private final Tuner tuner;
    private final RuleDeeds deeds;

    RulesResource(Tuner tuner, RuleDeeds deeds) {
        this.tuner = tuner;
        this.deeds = deeds;
    }

    @Operation(summary = "The thresholds that decide, and what is saved over the site's file")
    @GetMapping
    RulesView rules() {
        return RulesView.of(tuner);
    }

    @Operation(summary = "Saved revisions, the latest first; the first decides unless it cannot be taken up")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "limit",
            description = "revisions, 1 to 1000; 30 if not given",
            schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "1000", defaultValue = "30"))
    @InPages
    @GetMapping("/revisions")
    ResponseEntity<List<RevisionView>> revisions(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        Input input = Inputs.query(query, Paging.PAGE, Paging.LIMIT);
        List<Revision> all = tuner.latest(KEPT);
        Part<String> part = PAGING.read(input);
        int first = part.after().map(last -> behind(last, all, input)).orElse(0);
        input.throwIfFaulty();
        List<RevisionView> shown = RevisionView.all(all, first, part.fetch(), tuner.site());
        return part.answer(query, shown, RevisionView::id, view -> view);
    }

    private static int behind(String last, List<Revision> all, Input input) {
        int place = all.stream().map(Revision::id).toList().indexOf(last);
        if (place < 0) {
            input.fault(Paging.PAGE, "is a place that is gone; begin anew");
        }
        return place + 1;
    }

    @Operation(summary = "Makes an earlier revision, or the site's file alone, the one that decides, on all instances")
    @PostMapping(path = "/back", consumes = MediaType.APPLICATION_JSON_VALUE)
    RulesView back(
            @Parameter(hidden = true) Person by,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = NewReturn.class)))
                    @RequestBody
                    JsonNode body) {
        Input input = Inputs.body(body, "revision", "note");
        String revision = input.optional("revision", RulesResource::id).orElse("");
        Optional<String> note = note(input);
        input.throwIfFaulty();
        Outcomes.check(deeds.back(revision, note.orElseThrow(), Asker.of(by)));
        return RulesView.of(tuner);
    }

    private static String id(String text) {
        if (!text.matches("[a-z0-9]{8,32}")) {
            throw new IllegalArgumentException("is no revision's id; see GET /api/v1/rules/revisions");
        }
        return text;
    }

    /** Why. */
    static Optional<String> note(Input input) {
        return input.required("note", "1 to 200 characters that say why", text -> Clean.text(text, LONGEST_NOTE));
    }
}
