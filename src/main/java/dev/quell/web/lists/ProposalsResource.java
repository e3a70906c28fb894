package dev.quell.web.lists;

import dev.quell.blocklist.ListRefusal;
import dev.quell.blocklist.proposal.Proposal;
import dev.quell.blocklist.proposal.Proposals;
import dev.quell.deed.Confirmations;
import dev.quell.deed.Confirmations.Answer;
import dev.quell.security.people.Person;
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
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/lists/proposals}: entries that wait for a second person. */
@RestController
@RequestMapping("/api/v1/lists/proposals")
class ProposalsResource {

    private static final Paging<Spot> PAGING = Paging.bySpot("proposals", 200, 200);

    private final Proposals proposals;
    private final Confirmations confirmations;

    ProposalsResource(Proposals proposals, Confirmations confirmations) {
        this.proposals = proposals;
        this.confirmations = confirmations;
    }

    @Operation(
            summary = "Entries that wait for a second person, oldest first",
            description =
                    "At most 200; one waits for 30 days, and no longer than the entry would last. One is lapsed, and cannot be confirmed, while the account that answers for whoever proposed it is disabled, gone or without the right, or the token that did so was revoked or has expired.")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "limit",
            description = "entries, 1 to 200; 200 if not given",
            schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "200", defaultValue = "200"))
    @InPages
    @GetMapping
    ResponseEntity<List<ProposalView>> list(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        Input input = Inputs.query(query, Paging.PAGE, Paging.LIMIT);
        Part<Spot> part = PAGING.read(input);
        input.throwIfFaulty();
        return part.answer(
                query,
                Part.behind(part, proposals.waiting(), ProposalsResource::spot),
                ProposalsResource::spot,
                this::view);
    }

    private ProposalView view(Proposal proposal) {
        return ProposalView.of(proposal, confirmations);
    }

    private static Spot spot(Proposal proposal) {
        return new Spot(proposal.madeAt().toEpochMilli(), proposal.id());
    }

    @Operation(summary = "One entry that waits for a second person")
    @GetMapping("/{id}")
    ProposalView one(@PathVariable String id) {
        return proposals.find(id).map(this::view).orElseThrow(ProposalsResource::absent);
    }

    @Operation(
            summary = "Makes an entry that waits, as the second person",
            description =
                    "A token's word is that of whoever made the token: neither the person who proposed an entry nor any token of that person confirms it, nor an account that this person has made or changed lately, or that has the same name. What has lapsed is not confirmed (409): who still wants it proposes it anew.")
    @PostMapping("/{id}/confirm")
    ResponseEntity<EntryView> confirm(@PathVariable String id, @Parameter(hidden = true) Person by) {
        try {
            return switch (confirmations.confirm(id, by)) {
                case Answer.Made(var entry) ->
                    ResponseEntity.created(URI.create(
                                    "/api/v1/" + entry.kind().name().toLowerCase(Locale.ROOT) + "list/" + entry.id()))
                            .body(EntryView.of(
                                    entry, proposals.confirmed(List.of(entry)).get(entry.id())));
                case Answer.Objected objected ->
                    throw ProblemException.conflict(objected.why().sentence());
                case Answer.Lapsed lapsed -> throw ProblemException.conflict(lapsed.sentence());
                case Answer.Gone gone -> throw absent();
            };
        } catch (ListRefusal e) {
            throw ProblemException.conflict(String.valueOf(e.getMessage()));
        }
    }

    @Operation(summary = "Turns an entry that waits down; whoever proposed it takes it back so")
    @DeleteMapping("/{id}")
    ProposalView turnDown(@PathVariable String id, @Parameter(hidden = true) Person by) {
        return confirmations.turnDown(id, by).map(this::view).orElseThrow(ProposalsResource::absent);
    }

    private static ProblemException absent() {
        return ProblemException.notFound("No entry waits under this id; it was confirmed or turned down, its time is"
                + " over, or there never was one. See GET /api/v1/lists/proposals.");
    }
}
