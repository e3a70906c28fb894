package dev.quell.console.treatments;

import dev.quell.deed.RecordingDeeds;
import dev.quell.prompt.Prompt;
import dev.quell.prompt.PromptBusy;
import dev.quell.prompt.PromptFault;
import dev.quell.prompt.PromptTable;
import dev.quell.prompt.Voice;
import dev.quell.prompt.audio.AudioFault;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.util.UriComponentsBuilder;

/** What is done on {@code /treatments}: recordings are put in place and brought back. */
@Controller
class TreatmentDeeds {

    /** The largest file that is looked at: a minute of 44.1 kHz, two channels, 16 bit. */
    private static final long MOST_BYTES = 11L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(TreatmentDeeds.class);

    private final RecordingDeeds deeds;
    private final PromptTable table = PromptTable.shipped();

    TreatmentDeeds(RecordingDeeds deeds) {
        this.deeds = deeds;
    }

    /** Puts a recording in place. */
    @PostMapping("/treatments")
    String take(
            @RequestParam String voice,
            @RequestParam String prompt,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        Optional<Voice> language = Voice.of(voice);
        Optional<Prompt> known = table.find(prompt);
        if (language.isEmpty() || known.isEmpty() || known.get().tone()) {
            return fault(known.isPresent() && known.get().tone() ? "TONE" : "GONE", prompt, "");
        }
        if (file == null || file.isEmpty() || file.getSize() > MOST_BYTES) {
            return fault(file == null || file.isEmpty() ? "NO_FILE" : "TOO_BIG", prompt, "");
        }
        try {
            deeds.take(language.get(), known.get(), file.getBytes());
            return done("taken", known.get());
        } catch (AudioFault e) {
            return fault(e.why().name(), prompt, String.format(Locale.ROOT, "%.1f", e.is()));
        } catch (PromptBusy e) {
            LOG.debug("A recording has to wait", e);
            return fault("BUSY", prompt, "");
        } catch (PromptFault e) {
            return disk(known.get(), e);
        }
    }

    /** Brings an earlier recording back. */
    @PostMapping("/treatments/back")
    String back(@RequestParam String voice, @RequestParam String prompt, @RequestParam long put) {
        Optional<Voice> language = Voice.of(voice);
        Optional<Prompt> known = table.find(prompt);
        if (language.isEmpty() || known.isEmpty()) {
            return fault("GONE", prompt, "");
        }
        Instant kept = Instant.ofEpochMilli(put);
        try {
            if (!deeds.back(language.get(), known.get(), kept)) {
                return fault("GONE", prompt, "");
            }
        } catch (PromptFault e) {
            return disk(known.get(), e);
        }
        return done("back", known.get());
    }

    private static String disk(Prompt prompt, PromptFault fault) {
        LOG.warn("{}; see /treatments for what the service must be allowed", fault.getMessage(), fault);
        return fault("DISK", prompt.name(), "");
    }

    private static String done(String word, Prompt prompt) {
        return to("done", word, prompt.name(), "");
    }

    private static String fault(String word, String prompt, String is) {
        return to("fault", word, prompt, is);
    }

    private static String to(String kind, String word, String prompt, String is) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/treatments")
                .queryParam(kind, word)
                .queryParam("prompt", "{prompt}");
        if (!is.isEmpty()) {
            address.queryParam("is", is);
        }
        return "redirect:" + address.encode().buildAndExpand(prompt).toUriString();
    }
}
