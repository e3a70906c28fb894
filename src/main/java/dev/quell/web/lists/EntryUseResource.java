package dev.quell.web.lists;

import dev.quell.blocklist.BlockListService;
import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListKind;
import dev.quell.calllog.CallCursor;
import dev.quell.calllog.LoggedCall;
import dev.quell.web.calls.CallView;
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
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/blocklist/{id}/hits} and {@code …/calls}: what an active entry was good for. */
@RestController
@RequestMapping("/api/v1/{list:blocklist|allowlist}/{id}")
class EntryUseResource {
    private static final int COUNTED = 1000;
    private static final Paging<CallCursor> PAGING =
            new Paging<>("entry-calls", 50, 500, CallCursor::text, CallCursor::parse);

    private final BlockListService lists;
    private final EntryUses uses;

    EntryUseResource(BlockListService lists, EntryUses uses) {
        this.lists = lists;
        this.uses = uses;
    }

    /**
     * How often an entry decided.
     *
     * @param hits calls that it decided, as far as the log goes back; 1000 at most are counted
     * @param more whether there may be more
     * @param last when the last one came; absent if there was none
     */
    record Hits(int hits, boolean more, @Nullable Instant last) {}

    @Operation(
            summary = "How many calls an active entry decided, and when the last one came",
            description =
                    "Calls of its numbers since it was made whose verdict this list gave. Where a number and a prefix of one list mean the same caller, both count the call.")
    @GetMapping("/hits")
    Hits hits(@PathVariable String list, @PathVariable String id) {
        EntryUses.Found found = uses.of(find(list, id), Optional.empty(), COUNTED);
        return new Hits(
                found.calls().size(),
                found.more().isPresent(),
                found.calls().stream().findFirst().map(LoggedCall::arrivedAt).orElse(null));
    }

    @Operation(
            summary = "The calls that an active entry decided, newest first",
            description = "A page may have fewer than limit while there are more; the Link header tells.")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "limit",
            description = "calls, 1 to 500; 50 if not given",
            schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "500", defaultValue = "50"))
    @InPages
    @GetMapping("/calls")
    ResponseEntity<List<CallView>> calls(
            @PathVariable String list,
            @PathVariable String id,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        Input input = Inputs.query(query, Paging.PAGE, Paging.LIMIT);
        Part<CallCursor> part = PAGING.read(input);
        input.throwIfFaulty();
        EntryUses.Found found = uses.of(find(list, id), part.after(), part.limit());
        HttpHeaders headers = new HttpHeaders();
        found.more().ifPresent(place -> part.next(headers, query, place));
        return ResponseEntity.ok()
                .headers(headers)
                .body(found.calls().stream().map(CallView::of).toList());
    }

    private ListEntry find(String list, String id) {
        try {
            return lists.find(list.equals("blocklist") ? ListKind.BLOCK : ListKind.ALLOW, Readers.id(id))
                    .orElseThrow(() -> ProblemException.notFound("The " + list + " has no active entry " + id
                            + "; it was never made, has been removed, or its time is over."));
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("id", String.valueOf(e.getMessage()));
        }
    }
}
