package dev.quell.web.numbers;

import dev.quell.blocklist.BlockListService;
import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListPattern;
import dev.quell.call.CallerNumber;
import dev.quell.calllog.LoggedCall;
import dev.quell.security.masking.Reveals;
import dev.quell.web.calls.CallFinder;
import dev.quell.web.input.Clean;
import dev.quell.web.input.Input;
import dev.quell.web.input.Inputs;
import dev.quell.web.input.Readers;
import dev.quell.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code /api/v1/unmask}: one number whole, for a reason that is kept. */
@RestController
class UnmaskResource {
    private static final int REASON = 200;

    private final CallFinder calls;
    private final BlockListService lists;
    private final Reveals reveals;

    UnmaskResource(CallFinder calls, BlockListService lists, Reveals reveals) {
        this.calls = calls;
        this.lists = lists;
        this.reveals = reveals;
    }

    /** A number, whole. */
    record Unmasked(String number) {}

    @Operation(summary = "Tells the number of a call or of a list's entry whole, once the reason is in the audit log")
    @PostMapping(path = "/api/v1/unmask", consumes = MediaType.APPLICATION_JSON_VALUE)
    Unmasked unmask(
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = NewUnmasking.class)))
                    @RequestBody
                    JsonNode body) {
        Input input = Inputs.body(body, "call", "list", "entry", "reason");
        Optional<String> call = input.optional("call", text -> Clean.text(text, REASON));
        Optional<ListKind> list = input.optional("list", Readers.word(ListKind.class));
        Optional<Long> entry = input.optional("entry", Readers::id);
        Optional<String> reason =
                input.required("reason", "1 to 200 characters that say why", text -> Clean.text(text, REASON));
        if (input.has("call") == (input.has("list") && input.has("entry"))) {
            input.fault("call", "or list and entry say which number; one of the two is needed");
        }
        input.throwIfFaulty();
        return new Unmasked(
                call.isPresent()
                        ? ofCall(call.get(), reason.orElseThrow())
                        : ofEntry(list.orElseThrow(), entry.orElseThrow(), reason.orElseThrow()));
    }

    private String ofCall(String reference, String reason) {
        LoggedCall call = calls.find(reference);
        return reveals.tell(call.caller(), "call " + call.id(), reason);
    }

    private String ofEntry(ListKind list, long id, String reason) {
        ListPattern pattern = lists.find(list, id)
                .map(ListEntry::pattern)
                .orElseThrow(() -> ProblemException.notFound("This list has no active entry " + id + "."));
        if (pattern instanceof ListPattern.Exact(CallerNumber caller)) {
            return reveals.tell(caller, list.name().toLowerCase(Locale.ROOT) + "list " + id, reason);
        }
        throw ProblemException.conflict("This entry means many numbers, and none is masked in it.");
    }
}
