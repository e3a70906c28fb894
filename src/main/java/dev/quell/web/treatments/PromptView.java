package dev.quell.web.treatments;

import dev.quell.prompt.Prompt;
import dev.quell.prompt.PromptFiles;
import dev.quell.prompt.Recorded;
import dev.quell.prompt.Voice;
import dev.quell.treatment.script.Script;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recording that callers hear.
 *
 * @param name as scripts name it
 * @param path as addresses name it
 * @param tone whether it is a tone that was computed, and no voice
 * @param longest it may last
 * @param usedIn the treatments that play it
 * @param voices its recordings by language
 */
record PromptView(
        String name, String path, boolean tone, Duration longest, List<Script.Kind> usedIn, List<VoiceView> voices) {

    /**
     * Its recording in one language.
     *
     * @param text what should be said; absent for a tone
     * @param there whether it can be read here
     * @param length absent, as the levels are, if it is not there
     * @param rms its level as a whole, dBFS
     * @param missing formats without a file
     * @param kept when earlier recordings were put away, the latest first
     */
    record VoiceView(
            String voice,
            @Nullable String text,
            boolean there,
            @Nullable Duration length,
            @Nullable Double rms,
            @Nullable Double peak,
            @Nullable Instant changed,
            List<String> missing,
            List<Instant> kept) {
        static VoiceView of(Voice voice, Prompt prompt, Recorded file) {
            return new VoiceView(
                    voice.word(),
                    prompt.tone() ? null : prompt.text(voice),
                    file.there(),
                    file.there() ? file.length() : null,
                    file.there() ? file.loudness().rms() : null,
                    file.there() ? file.loudness().peak() : null,
                    file.there() ? file.changedAt() : null,
                    file.missing(),
                    file.kept());
        }
    }

    static PromptView of(Prompt prompt, PromptFiles files, List<Script> scripts) {
        return new PromptView(
                prompt.name(),
                path(prompt),
                prompt.tone(),
                prompt.longest(),
                scripts.stream()
                        .filter(script -> script.plays(prompt.name()))
                        .map(Script::kind)
                        .toList(),
                Arrays.stream(Voice.values())
                        .map(voice -> VoiceView.of(voice, prompt, files.look(voice, prompt)))
                        .toList());
    }

    /** Its name in addresses. */
    static String path(Prompt prompt) {
        return prompt.name().replace('/', '-');
    }
}
