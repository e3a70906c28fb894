package dev.quell.web.rules;

import dev.quell.deed.Asker;
import dev.quell.deed.rules.RuleConfirmations;
import dev.quell.deed.rules.RuleDeeds;
import dev.quell.security.people.Person;
import dev.quell.tuning.Tuner;
import dev.quell.tuning.proposal.RuleProposal;
import dev.quell.tuning.proposal.RuleProposals;
import dev.quell.web.input.Input;
import dev.quell.web.input.Inputs;
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
import java.util.List;
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

/** {@code /api/v1/rules/proposals}: weights and thresholds that wait for a second person, on all instances. */
@RestController
@RequestMapping("/api/v1/rules/proposals")
class RuleProposalsResource {
    private static final Paging<Spot> PAGING = Paging.bySpot("proposals", 100, 100);

    private final RuleProposals proposals;
    private final RuleConfirmations second;
    private final RuleDeeds deeds;
    private final Tuner tuner;

    RuleProposalsResource(RuleProposals proposals, RuleConfirmations second, RuleDeeds deeds, Tuner tuner) {
        this.proposals = proposals;
        this.second = second;
        this.deeds = deeds;
        this.tuner = tuner;
    }

    @Operation(
            summary = "Weights and thresholds that wait for a second person, oldest first",
            description =
                    "Those of trials that looked at fewer than 1,000 calls, or by which good talks would be met harder. At most 100; one waits for 7 days.")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "limit",
            description = "proposals, 1 to 100; 100 if not given",
            schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "100", defaultValue = "100"))
    @InPages
    @GetMapping
    ResponseEntity<List<RuleProposalView>> list(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        Input input = Inputs.query(query, Paging.PAGE, Paging.LIMIT);
        Part<Spot> part = PAGING.read(input);
        input.throwIfFaulty();
        return part.answer(
                query,
                Part.behind(part, proposals.waiting(), RuleProposalsResource::spot),
                RuleProposalsResource::spot,
                this::view);
    }

    private static Spot spot(RuleProposal proposal) {
        return new Spot(proposal.askedAt().toEpochMilli(), proposal.id());
    }

    @Operation(summary = "One proposal of weights and thresholds that waits for a second person")
    @GetMapping("/{id}")
    RuleProposalView one(@PathVariable String id) {
        return view(found(id));
    }

    @Operation(
            summary = "Saves what waits, as the second person: it decides at once, on all instances",
            description =
                    "A token's word is that of whoever made the token: neither the person who asked nor any token of that person confirms it, nor an account that this person has made or changed lately, or that has the same name. What was tried against other rules than decide now is not confirmed (409).")
    @PostMapping(path = "/{id}/confirm", consumes = MediaType.APPLICATION_JSON_VALUE)
    RulesView confirm(
            @PathVariable String id,
            @Parameter(hidden = true) Person by,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = NewWord.class)))
                    @RequestBody
                    JsonNode body) {
        Input input = Inputs.body(body, "note");
        Optional<String> note = RulesResource.note(input);
        input.throwIfFaulty();
        Outcomes.check(second.confirm(id, note.orElseThrow(), Asker.of(by)));
        return RulesView.of(tuner);
    }

    @Operation(
            summary = "Begins to try what waits again, against the rules that decide now, in the background",
            description = "GET /api/v1/rules/trial tells how far it is, and the result. The proposal waits on.")
    @PostMapping("/{id}/try")
    ResponseEntity<Void> again(@PathVariable String id, @Parameter(hidden = true) Person by) {
        found(id);
        Outcomes.check(deeds.again(id, Asker.of(by)));
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/rules/trial"))
                .build();
    }

    @Operation(summary = "Turns down what waits; whoever asked for it takes it back so")
    @DeleteMapping("/{id}")
    RuleProposalView turnDown(@PathVariable String id, @Parameter(hidden = true) Person by) {
        RuleProposalView shown = view(found(id));
        Outcomes.check(second.turnDown(id, Asker.of(by)));
        return shown;
    }

    private RuleProposalView view(RuleProposal proposal) {
        return RuleProposalView.of(proposal, proposals, second);
    }

    private RuleProposal found(String id) {
        return proposals
                .find(id)
                .orElseThrow(
                        () -> ProblemException.notFound(
                                "No rules wait under this id; they were confirmed or turned down, their time is over, or there never were any. See GET /api/v1/rules/proposals."));
    }
}
