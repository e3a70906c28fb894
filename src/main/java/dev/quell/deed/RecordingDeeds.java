package dev.quell.deed;

import dev.quell.prompt.Prompt;
import dev.quell.prompt.PromptFault;
import dev.quell.prompt.Recordings;
import dev.quell.prompt.Voice;
import dev.quell.prompt.audio.AudioFault;
import dev.quell.prompt.audio.Loudness;
import dev.quell.prompt.audio.Telephone;
import dev.quell.security.audit.Audit;
import dev.quell.security.audit.Deed;
import java.time.Instant;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Recordings are put in place and brought back, each noted in the audit log. */
@Component
public final class RecordingDeeds {
    private final Recordings recordings;
    private final Audit audit;

    RecordingDeeds(Recordings recordings, Audit audit) {
        this.recordings = recordings;
        this.audit = audit;
    }

    /**
     * Puts a recording in place.
     *
     * @param wav the bytes of a WAV file
     * @throws AudioFault if it cannot be used
     * @throws PromptFault if the files cannot be written
     */
    public Telephone.Made take(Voice voice, Prompt prompt, byte[] wav) throws AudioFault, PromptFault {
        Telephone.Made made = recordings.take(voice, prompt, wav);
        audit.note(
                Deed.TREATMENT_CHANGED,
                subject(voice, prompt),
                "",
                String.format(
                        Locale.ROOT,
                        "a recording of %.1f s, %s, brought to %s",
                        made.length().toMillis() / 1000.0,
                        words(made.before()),
                        words(made.after())));
        return made;
    }

    /**
     * Brings an earlier recording back.
     *
     * @param put when it was put away
     * @return whether it was there
     * @throws PromptFault if the files cannot be written
     */
    public boolean back(Voice voice, Prompt prompt, Instant put) throws PromptFault {
        boolean there = recordings.back(voice, prompt, put);
        if (there) {
            audit.note(Deed.TREATMENT_CHANGED, subject(voice, prompt), "", "the recording put away at " + put);
        }
        return there;
    }

    private static String subject(Voice voice, Prompt prompt) {
        return "prompt " + voice.word() + "/" + prompt.name();
    }

    private static String words(Loudness loudness) {
        return String.format(Locale.ROOT, "%.1f dBFS", loudness.rms());
    }
}
