package dev.quell.prompt;

import dev.quell.prompt.audio.AudioFault;
import dev.quell.prompt.audio.Telephone;
import dev.quell.prompt.audio.WavReader;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Puts recordings of the site's own in the place of prompts. */
@Component
public final class Recordings {

    private final PromptFiles files;
    private final Clock clock;

    private final PromptSettings settings;
    private final Workbench bench = new Workbench();

    Recordings(PromptFiles files, PromptSettings settings, Clock clock) {
        this.files = files;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Makes all formats of a recording and puts them in place; a call that begins afterwards hears them.
     *
     * @param wav the bytes of a WAV file
     * @throws AudioFault if the recording cannot be used
     * @throws PromptBusy if one is being made and another waits
     * @throws PromptFault if the files cannot be written
     */
    public Telephone.Made take(Voice voice, Prompt prompt, byte[] wav) throws AudioFault, PromptFault {
        return bench.done(() -> made(voice, prompt, wav));
    }

    private Telephone.Made made(Voice voice, Prompt prompt, byte[] wav) throws AudioFault, PromptFault {
        Telephone.Made made = Telephone.of(WavReader.read(wav, Telephone.most(prompt.longest())), prompt.longest());
        Map<String, byte[]> all = new LinkedHashMap<>(made.files());
        new G722(settings.ffmpeg())
                .of(Objects.requireNonNull(made.files().get("sln16")))
                .ifPresent(coded -> all.put("g722", coded));
        files.put(voice, prompt, all, clock.instant());
        return made;
    }

    /**
     * Brings back what a recording replaced.
     *
     * @param put when it was put away
     * @return whether it was there
     * @throws PromptFault if it cannot be
     */
    public boolean back(Voice voice, Prompt prompt, Instant put) throws PromptFault {
        return files.back(voice, prompt, put, clock.instant());
    }
}
