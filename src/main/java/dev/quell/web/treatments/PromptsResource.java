package dev.quell.web.treatments;

import dev.quell.deed.RecordingDeeds;
import dev.quell.prompt.Prompt;
import dev.quell.prompt.PromptBusy;
import dev.quell.prompt.PromptFault;
import dev.quell.prompt.PromptFiles;
import dev.quell.prompt.PromptTable;
import dev.quell.prompt.Voice;
import dev.quell.prompt.audio.AudioFault;
import dev.quell.treatment.TreatmentSettings;
import dev.quell.treatment.script.Scripts;
import dev.quell.web.input.Input;
import dev.quell.web.input.Inputs;
import dev.quell.web.input.Readers;
import dev.quell.web.problem.ProblemException;
import dev.quell.web.treatments.PromptView.VoiceView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code /api/v1/prompts}: the recordings that callers hear: listen, put another in place, bring one back. */
@RestController
@RequestMapping("/api/v1/prompts")
class PromptsResource {
    private static final String WAV = "audio/wav";
    private static final Logger LOG = LoggerFactory.getLogger(PromptsResource.class);

    private final PromptFiles files;
    private final RecordingDeeds deeds;
    private final TreatmentSettings treatment;
    private final PromptTable table = PromptTable.shipped();

    PromptsResource(PromptFiles files, RecordingDeeds deeds, TreatmentSettings treatment) {
        this.files = files;
        this.deeds = deeds;
        this.treatment = treatment;
    }

    @Operation(
            summary =
                    "All recordings, in the order of their table, with what they say, their levels, and where each is used")
    @GetMapping
    List<PromptView> all() {
        return table.all().stream()
                .map(prompt -> PromptView.of(prompt, files, Scripts.of(treatment)))
                .toList();
    }

    @Operation(summary = "A recording as WAV, as it is or as it was when it was put away")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "put",
            description = "when it was put away, one of kept; the present one if not given",
            schema = @Schema(type = "string"))
    @GetMapping(path = "/{voice}/{prompt}", produces = WAV)
    ResponseEntity<byte[]> audio(
            @PathVariable String voice,
            @PathVariable String prompt,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        Input input = Inputs.query(query, "put");
        Optional<Instant> put = input.optional("put", Readers::time);
        input.throwIfFaulty();
        byte[] wav = files.wav(voice(voice), prompt(prompt), put)
                .orElseThrow(() -> ProblemException.notFound("This recording is not here, or cannot be read."));
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(WAV)).body(wav);
    }

    @Operation(
            summary = "Puts a recording in place: calls that begin afterwards hear it",
            description =
                    "WAV, PCM of 8 to 32 bit, one or two channels, 8 to 192 kHz. It is trimmed, levelled and made into all formats; what was there is kept.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(mediaType = WAV, schema = @Schema(type = "string", format = "binary")))
    @PutMapping(path = "/{voice}/{prompt}", consumes = WAV)
    VoiceView take(@PathVariable String voice, @PathVariable String prompt, @RequestBody byte[] wav) {
        Voice language = voice(voice);
        Prompt known = prompt(prompt);
        if (known.tone()) {
            throw ProblemException.conflict("A tone is computed; there is nothing to record.");
        }
        try {
            deeds.take(language, known, wav);
        } catch (AudioFault e) {
            throw ProblemException.invalid("body", words(e));
        } catch (PromptBusy e) {
            throw busy(e);
        } catch (PromptFault e) {
            throw disk(e);
        }
        return VoiceView.of(language, known, files.look(language, known));
    }

    @Operation(summary = "Brings an earlier recording back; what was there is kept")
    @PostMapping(path = "/{voice}/{prompt}/back", consumes = MediaType.APPLICATION_JSON_VALUE)
    VoiceView back(
            @PathVariable String voice,
            @PathVariable String prompt,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = NewBack.class)))
                    @RequestBody
                    JsonNode body) {
        Input input = Inputs.body(body, "put");
        Optional<Instant> put = input.required("put", "when it was put away, one of kept", Readers::time);
        input.throwIfFaulty();
        Voice language = voice(voice);
        Prompt known = prompt(prompt);
        try {
            if (!deeds.back(language, known, put.orElseThrow())) {
                throw ProblemException.notFound("No recording was put away then; see kept in GET /api/v1/prompts.");
            }
        } catch (PromptFault e) {
            throw disk(e);
        }
        return VoiceView.of(language, known, files.look(language, known));
    }

    private static Voice voice(String word) {
        return Voice.of(word).orElseThrow(() -> ProblemException.notFound("There are recordings in en and zh alone."));
    }

    private Prompt prompt(String path) {
        return table.all().stream()
                .filter(prompt -> PromptView.path(prompt).equals(path))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("There is no such recording; see GET /api/v1/prompts."));
    }

    private static String words(AudioFault fault) {
        return "cannot be used: " + fault.why().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + String.format(Locale.ROOT, " (%.1f)", fault.is())
                + "; send WAV, PCM of 8 to 32 bit, one or two channels, 8 to 192 kHz, not longer than the recording may be";
    }

    private static ProblemException busy(PromptBusy fault) {
        LOG.debug("A recording has to wait", fault);
        return ProblemException.later(
                "Another recording is being made and one waits already; send it again in some seconds.");
    }

    private static ProblemException disk(PromptFault fault) {
        LOG.warn("{}; see /treatments for what the service must be allowed", fault.getMessage(), fault);
        return ProblemException.later(
                "The recording cannot be put in place now; the service's log says why, and /treatments what it must be allowed.");
    }
}
