package dev.quell.web.known;

import dev.quell.deed.Asker;
import dev.quell.known.KnownCaller.Origin;
import dev.quell.known.KnownCallers;
import dev.quell.known.KnownCsv;
import dev.quell.known.KnownCsv.LineFault;
import dev.quell.known.KnownCsv.Reading;
import dev.quell.security.audit.Audit;
import dev.quell.security.audit.Deed;
import dev.quell.web.input.Askers;
import dev.quell.web.input.Input;
import dev.quell.web.input.Inputs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/known-callers/import}: many known callers at once, as CSV. */
@RestController
@RequestMapping("/api/v1/known-callers/import")
class ImportResource {

    private static final int PORTION = 500;

    private final KnownCallers known;
    private final KnownCsv csv;
    private final Audit audit;

    ImportResource(KnownCallers known, KnownCsv csv, Audit audit) {
        this.known = known;
        this.csv = csv;
        this.audit = audit;
    }

    /**
     * What became of an import.
     *
     * @param lines how many lines named somebody or should have
     * @param kept how many of them are known now
     * @param rejected the others, by line
     */
    record Imported(int lines, int kept, List<LineFault> rejected) {}

    @Operation(
            summary = "Lines of number,kind,until; good lines are kept, the others told by number",
            description =
                    "At most quell.api.max-import at once; more go into several requests, or into quell.known-callers.file.")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "author",
            description = Askers.DESCRIPTION,
            schema = @Schema(type = "string"))
    @PostMapping(consumes = "text/csv")
    Imported take(
            @RequestBody String body, @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        Input input = Inputs.query(query, "author");
        Asker by = Askers.of(input);
        input.throwIfFaulty();
        Reading reading = csv.read(body.lines().toList(), Origin.API, by.id());
        // In portions, so that other changes are not held up.
        for (int from = 0; from < reading.known().size(); from += PORTION) {
            known.put(reading.known()
                    .subList(from, Math.min(from + PORTION, reading.known().size())));
        }
        audit.note(
                Deed.CALLERS_IMPORTED,
                "known callers",
                "",
                by.words() + reading.known().size() + " of " + reading.lines());
        return new Imported(reading.lines(), reading.known().size(), reading.faults());
    }
}
