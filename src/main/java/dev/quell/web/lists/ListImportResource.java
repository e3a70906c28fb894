package dev.quell.web.lists;

import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.bulk.BulkFault;
import dev.quell.blocklist.bulk.BulkLists;
import dev.quell.blocklist.bulk.BulkPlan;
import dev.quell.blocklist.bulk.BulkProgress;
import dev.quell.blocklist.bulk.BulkResult;
import dev.quell.deed.Asker;
import dev.quell.deed.Imports;
import dev.quell.web.input.Askers;
import dev.quell.web.input.Clean;
import dev.quell.web.input.Input;
import dev.quell.web.input.Inputs;
import dev.quell.web.input.Readers;
import dev.quell.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/lists/import}: long block and allow lists as CSV. */
@RestController
@RequestMapping("/api/v1/lists/import")
class ListImportResource {

    private final BulkLists lists;
    private final Imports imports;
    private final Clock clock;

    ListImportResource(BulkLists lists, Imports imports, Clock clock) {
        this.lists = lists;
        this.imports = imports;
        this.clock = clock;
    }

    /** What is done with lists that have faulty lines, or with any. */
    enum Mode {
        /** Nothing is kept if a line has a fault. */
        WHOLE,
        /** The good lines are kept. */
        GOOD,
        /** Nothing is kept. */
        TRY
    }

    @Operation(
            summary = "Takes lines of pattern,kind,reason,expires in; tells what came of them, and faults by line",
            description =
                    "At most quell.api.max-import at once, in UTF-8. Lines of one pattern: the last counts. One list at a time. Lines that need two people, prefixes, ranges and blocks for more than 7 days, have a fault unless the token has the scope lists:alone.")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "mode",
            description =
                    "whole (nothing is kept if a line has a fault; if not given), good (the good lines are kept) or try (nothing is kept)",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"whole", "good", "try"}))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "kind",
            description = "the list of lines that name none: block, if not given, or allow",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"block", "allow"}))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "reason",
            description = "of lines that give none; 'list of' and the day if not given",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "ttl",
            description = "how long entries hold whose lines give no end, such as 30d",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "author",
            description = Askers.DESCRIPTION,
            schema = @Schema(type = "string"))
    @PostMapping(consumes = "text/csv")
    BulkResult take(
            @Parameter(hidden = true) InputStream body,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query)
            throws IOException {
        Input input = Inputs.query(query, "mode", "kind", "reason", "ttl", Askers.FIELD);
        Asker by = Askers.of(input);
        BulkPlan plan = plan(input, by);
        try {
            return imports.take(body, plan, by);
        } catch (BulkFault e) {
            throw ProblemException.conflict(String.valueOf(e.getMessage()));
        }
    }

    private BulkPlan plan(Input input, Asker by) {
        Mode mode = input.optional("mode", Readers.word(Mode.class)).orElse(Mode.WHOLE);
        ListKind kind = input.optional("kind", Readers.word(ListKind.class)).orElse(ListKind.BLOCK);
        Instant now = clock.instant();
        String reason = input.optional("reason", text -> Clean.text(text, 200))
                .orElseGet(() -> "list of " + now.toString().substring(0, "2026-11-22".length()));
        Optional<Duration> ttl = input.optional("ttl", Readers::duration);
        input.throwIfFaulty();
        return new BulkPlan(kind, reason, ttl.map(now::plus), by.id(), mode == Mode.WHOLE, mode == Mode.TRY);
    }

    @Operation(summary = "How far the list that is being taken in is, or the last one was")
    @GetMapping
    BulkProgress progress() {
        return lists.progress();
    }
}
