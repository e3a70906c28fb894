package dev.quell.web.lists;

import dev.quell.deed.Import;
import dev.quell.deed.Imports;
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
import java.time.Instant;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/lists/imports}: the lists that were taken in, and how one is undone. */
@RestController
@RequestMapping("/api/v1/lists/imports")
class ImportsResource {

    private static final Paging<Spot> PAGING = Paging.bySpot("imports", Imports.SHOWN, Imports.SHOWN);

    private final Imports imports;

    ImportsResource(Imports imports) {
        this.imports = imports;
    }

    /**
     * A list that was taken in.
     *
     * @param id its moment in milliseconds of the epoch
     * @param author whoever did it
     * @param said how many lines it had and what came of them
     */
    record ImportView(String id, Instant at, String author, String said) {
        static ImportView of(Import one) {
            return new ImportView(Long.toString(one.key()), one.at(), one.author(), one.said());
        }
    }

    /**
     * What undoing came to.
     *
     * @param more whether entries of it are left: the same is asked again
     */
    record Undone(boolean more) {}

    @Operation(summary = "The lists that can be undone: the last 100 that were taken in, newest first")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "limit",
            description = "lists, 1 to 100; 100 if not given",
            schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "100", defaultValue = "100"))
    @InPages
    @GetMapping
    ResponseEntity<List<ImportView>> list(@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        Input input = Inputs.query(query, Paging.PAGE, Paging.LIMIT);
        Part<Spot> part = PAGING.read(input);
        input.throwIfFaulty();
        List<Import> all = imports.last(Imports.SHOWN);
        return part.answer(query, Part.behind(part, all, ImportsResource::spot), ImportsResource::spot, ImportView::of);
    }

    private static Spot spot(Import one) {
        return new Spot(-one.key(), one.author());
    }

    @Operation(
            summary = "Ends what is still left of a list that was taken in, 2000 entries of each list at a time",
            description = "What it had replaced does not come back.")
    @DeleteMapping("/{id}")
    Undone undo(@PathVariable String id, @Parameter(hidden = true) Person by) {
        if (!id.matches("[0-9]{1,15}")) {
            throw ProblemException.invalid("id", "is not an import's id; see GET /api/v1/lists/imports");
        }
        return imports.undo(Instant.ofEpochMilli(Long.parseLong(id)), by)
                .map(Undone::new)
                .orElseThrow(() -> ProblemException.notFound(
                        "No such list was taken in, or it is not among the last 100; see GET /api/v1/lists/imports."));
    }
}
