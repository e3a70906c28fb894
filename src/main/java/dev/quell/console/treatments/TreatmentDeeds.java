package dev.quell.console.treatments;

import dev.quell.prompt.Prompt;
import dev.quell.prompt.PromptFault;
import dev.quell.prompt.PromptTable;
import dev.quell.prompt.Recordings;
import dev.quell.prompt.Voice;
import dev.quell.prompt.audio.AudioFault;
import dev.quell.prompt.audio.Loudness;
import dev.quell.prompt.audio.Telephone;
import dev.quell.security.audit.Audit;
import dev.quell.security.audit.Deed;
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

/** What is done on {@code /treatments}: recordings are put in place and brought back. Each is noted in the audit log. */
@Controller
class TreatmentDeeds {

    /** The largest file that is looked at: a minute of 44.1 kHz, two channels, 16 bit. */
    private static final long MOST_BYTES = 10L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(TreatmentDeeds.class);

    private final Recordings recordings;
    private final Audit audit;
    private final PromptTable table = PromptTable.shipped();

    TreatmentDeeds(Recordings recordings, Audit audit) {
        this.recordings = recordings;
        this.audit = audit;
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
            Telephone.Made made = recordings.take(language.get(), known.get(), file.getBytes());
            audit.note(
                    Deed.TREATMENT_CHANGED,
                    subject(language.get(), known.get()),
                    "",
                    String.format(
                            Locale.ROOT,
                            "a recording of %.1f s, %s, brought to %s",
                            made.length().toMillis() / 1000.0,
                            words(made.before()),
                            words(made.after())));
            return done("taken", known.get());
        } catch (AudioFault e) {
            return fault(e.why().name(), prompt, String.format(Locale.ROOT, "%.1f", e.is()));
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
            if (!recordings.back(language.get(), known.get(), kept)) {
                return fault("GONE", prompt, "");
            }
        } catch (PromptFault e) {
            return disk(known.get(), e);
        }
        audit.note(
                Deed.TREATMENT_CHANGED, subject(language.get(), known.get()), "", "the recording put away at " + kept);
        return done("back", known.get());
    }

    private static String subject(Voice voice, Prompt prompt) {
        return "prompt " + voice.word() + "/" + prompt.name();
    }

    private static String words(Loudness loudness) {
        return String.format(Locale.ROOT, "%.1f dBFS", loudness.rms());
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
