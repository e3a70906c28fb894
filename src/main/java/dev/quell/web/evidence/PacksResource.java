package dev.quell.web.evidence;

import dev.quell.evidence.custody.Custody;
import dev.quell.evidence.custody.HandingNote;
import dev.quell.evidence.custody.PackNote;
import dev.quell.evidence.desk.KeptPack;
import dev.quell.evidence.desk.PackDesk;
import dev.quell.evidence.key.EvidenceFault;
import dev.quell.security.audit.Audit;
import dev.quell.security.audit.Deed;
import dev.quell.security.people.CurrentPerson;
import dev.quell.web.input.Askers;
import dev.quell.web.input.Clean;
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
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
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

/** {@code /api/v1/evidence/packs}: the packs that were made, and those that wait to be fetched. */
@RestController
@RequestMapping("/api/v1/evidence/packs")
class PacksResource {
    private static final String ZIP = "application/zip";
    private static final Paging<Long> PAGING = Paging.byNumber("packs", 50, 500);

    private final Custody custody;
    private final PackDesk desk;
    private final Audit audit;

    PacksResource(Custody custody, PackDesk desk, Audit audit) {
        this.custody = custody;
        this.desk = desk;
        this.audit = audit;
    }

    @Operation(
            summary = "The packs that were made, newest first, and where they went",
            description = "Those that people had made on the page wait to be fetched until their time is over.")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "limit",
            description = "packs, 1 to 500; 50 if not given",
            schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "500", defaultValue = "50"))
    @InPages
    @GetMapping
    ResponseEntity<List<PackView>> list(@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        Input input = Inputs.query(query, Paging.PAGE, Paging.LIMIT);
        Part<Long> part = PAGING.read(input);
        input.throwIfFaulty();
        List<PackNote> notes = custody.packs(part.after().orElse(Long.MAX_VALUE), part.fetch());
        Map<Long, KeptPack> kept =
                desk.kept().stream().collect(Collectors.toMap(KeptPack::note, Function.identity(), (a, b) -> a));
        Map<Long, List<HandingNote>> handed = custody
                .handings(notes.stream().map(PackNote::block).toList())
                .stream()
                .collect(Collectors.groupingBy(HandingNote::pack));
        return part.answer(
                query,
                notes,
                PackNote::block,
                note -> PackView.of(
                        note,
                        Optional.ofNullable(kept.get(note.block())),
                        handed.getOrDefault(note.block(), List.of()),
                        desk.keeps()));
    }

    /** The body that says who gets a pack, for the interface's description. */
    record NewTaking(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    maxLength = 60,
                    description = "who gets it",
                    example = "Li, No. 3 police station")
            String who) {}

    @Operation(summary = "Hands a pack out that waits; who gets it is noted in the chain first")
    @ApiResponse(responseCode = "200", description = "The pack", content = @Content(mediaType = ZIP))
    @PostMapping(path = "/{pack}/take", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Resource> take(
            @PathVariable String pack,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = NewTaking.class)))
                    @RequestBody
                    JsonNode body) {
        Input input = Inputs.body(body, "who");
        Optional<Long> block = input.part("pack", pack, Readers::id);
        Optional<String> who =
                input.required("who", "who gets it, 1 to 60 characters", text -> Clean.text(text, Askers.LONGEST));
        input.throwIfFaulty();
        KeptPack kept = find(block.orElseThrow());
        String source = source(kept.note());
        String said = Askers.said(who.orElseThrow());
        try {
            desk.handOut(kept, source, said, CurrentPerson.get().id());
        } catch (EvidenceFault e) {
            throw ProblemException.conflict(String.valueOf(e.getMessage()));
        }
        audit.note(Deed.EVIDENCE_TAKEN, source, "", said + ": pack " + kept.note() + ", SHA-256 " + kept.sha256());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(ZIP))
                .contentLength(kept.bytes())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"quell-evidence-" + kept.note() + ".zip\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(new FileSystemResource(kept.file()));
    }

    @Operation(summary = "Deletes a pack that waits; that it was made stays in the chain")
    @ApiResponse(responseCode = "204", description = "It is deleted")
    @DeleteMapping("/{pack}")
    ResponseEntity<Void> delete(@PathVariable String pack) {
        KeptPack kept = find(number(pack));
        try {
            desk.delete(kept);
        } catch (EvidenceFault e) {
            throw ProblemException.conflict(String.valueOf(e.getMessage()));
        }
        audit.note(
                Deed.EVIDENCE_DELETED, source(kept.note()), "pack " + kept.note() + ", SHA-256 " + kept.sha256(), "");
        return ResponseEntity.noContent().build();
    }

    private static long number(String pack) {
        try {
            return Readers.id(pack);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("pack", String.valueOf(e.getMessage()));
        }
    }

    private KeptPack find(long block) {
        return desk.find(block)
                .orElseThrow(() -> ProblemException.notFound(
                        "No pack waits under this number; see until in GET /api/v1/evidence/packs."));
    }

    private String source(long block) {
        return custody.pack(block)
                .flatMap(PackNote::order)
                .map(PackNote.Order::source)
                .orElse("");
    }
}
