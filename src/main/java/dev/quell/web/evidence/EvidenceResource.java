package dev.quell.web.evidence;

import dev.quell.blocklist.ListPattern;
import dev.quell.classifier.Language;
import dev.quell.evidence.HeldSource;
import dev.quell.evidence.key.EvidenceFault;
import dev.quell.evidence.pack.MadePack;
import dev.quell.evidence.pack.PackOrder;
import dev.quell.evidence.pack.Packs;
import dev.quell.security.audit.Audit;
import dev.quell.security.audit.Deed;
import dev.quell.security.people.CurrentPerson;
import dev.quell.web.input.Clean;
import dev.quell.web.input.Input;
import dev.quell.web.input.Inputs;
import dev.quell.web.input.Readers;
import dev.quell.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code /api/v1/evidence}: packs for those who go to the police, and the key that signs them. */
@RestController
class EvidenceResource {

    private static final String ZIP = "application/zip";

    private final Packs packs;
    private final Audit audit;
    private final Clock clock;

    EvidenceResource(Packs packs, Audit audit, Clock clock) {
        this.packs = packs;
        this.audit = audit;
        this.clock = clock;
    }

    /** Languages as a body names them. */
    private enum Tongue {
        EN,
        ZH
    }

    @Operation(
            summary = "Makes a signed evidence pack of a source's calls in a period",
            description =
                    "A ZIP. Each pack is noted in the chain: who had it made, and why. One is made at a time; 409 says why there is none.")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = ZIP))
    @PostMapping(path = "/api/v1/evidence", consumes = MediaType.APPLICATION_JSON_VALUE)
    void make(
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = NewPack.class)))
                    @RequestBody
                    JsonNode body,
            HttpServletResponse response)
            throws IOException {
        PackOrder order = order(body);
        try (MadePack pack = packs.make(order, done -> {})) {
            audit.note(Deed.EVIDENCE_MADE, order.source().text(), "", order.who() + ": " + order.why());
            response.setContentType(ZIP);
            response.setContentLengthLong(pack.bytes());
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"quell-evidence.zip\"");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            Files.copy(pack.file(), response.getOutputStream());
        } catch (EvidenceFault e) {
            throw ProblemException.conflict(String.valueOf(e.getMessage()));
        }
    }

    private PackOrder order(JsonNode body) {
        Input input = Inputs.body(body, "source", "from", "to", "language", "who", "reason");
        Optional<ListPattern> source = input.required(
                "source", "a number such as +8613800138000 or a prefix such as +86138*", HeldSource::parse);
        Optional<Instant> from = input.required("from", "a time such as 2026-11-01T00:00:00Z", Readers::time);
        Instant to = input.optional("to", Readers::time).orElseGet(clock::instant);
        Tongue language = input.optional("language", Readers.word(Tongue.class)).orElse(Tongue.EN);
        Optional<String> who =
                input.required("who", "who wants it, 1 to 100 characters", text -> Clean.text(text, 100));
        Optional<String> reason = input.required("reason", "why, 1 to 200 characters", text -> Clean.text(text, 200));
        if (from.isPresent() && !from.get().isBefore(to)) {
            input.fault("from", "is not before to");
        }
        input.throwIfFaulty();
        return new PackOrder(
                source.orElseThrow(),
                from.orElseThrow(),
                to,
                language == Tongue.ZH ? Language.CHINESE : Language.ENGLISH,
                who.orElseThrow(),
                reason.orElseThrow(),
                CurrentPerson.get().id());
    }

    @Operation(summary = "The public key that signs packs, and its fingerprint")
    @GetMapping("/api/v1/evidence/key")
    Map<String, String> key() {
        try {
            return Map.of("fingerprint", packs.fingerprint(), "pem", packs.publicKey());
        } catch (EvidenceFault e) {
            throw ProblemException.conflict(String.valueOf(e.getMessage()));
        }
    }
}
