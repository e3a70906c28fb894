package dev.quell.console.treatments;

import dev.quell.prompt.Prompt;
import dev.quell.prompt.PromptFiles;
import dev.quell.prompt.Recorded;
import dev.quell.prompt.Voice;
import dev.quell.treatment.script.Script;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A prompt as the page shows it.
 *
 * @param longest it may last, in seconds
 * @param uses the kinds of script that play it
 */
public record PromptView(
        String name, String anchor, boolean tone, String longest, List<String> uses, List<VoiceView> voices) {

    private static final double QUIETEST = -26;
    private static final double LOUDEST = -14;
    private static final double HIGHEST = -1;

    /**
     * Its recording in one language.
     *
     * @param text what should be said
     * @param seconds how long it plays
     * @param rms its level as a whole, dBFS
     * @param faults the words of what is not as it should be
     * @param missing formats without a file, parted by blanks
     */
    public record VoiceView(
            String voice,
            String text,
            boolean there,
            String seconds,
            String rms,
            String peak,
            List<String> faults,
            String missing,
            Instant changedAt,
            List<Instant> kept) {}

    static PromptView of(Prompt prompt, PromptFiles files, List<Script> scripts) {
        return new PromptView(
                prompt.name(),
                prompt.anchor(),
                prompt.tone(),
                figure(prompt.longest().toMillis() / 1000.0),
                scripts.stream()
                        .filter(script -> script.plays(prompt.name()))
                        .map(script -> script.kind().name())
                        .toList(),
                Arrays.stream(Voice.values())
                        .map(voice -> voice(prompt, voice, files.look(voice, prompt)))
                        .toList());
    }

    private static VoiceView voice(Prompt prompt, Voice voice, Recorded file) {
        return new VoiceView(
                voice.word(),
                prompt.text(voice),
                file.there(),
                figure(file.length().toMillis() / 1000.0),
                figure(file.loudness().rms()),
                figure(file.loudness().peak()),
                faults(prompt, file),
                String.join(" ", file.missing()),
                file.changedAt(),
                file.kept());
    }

    private static List<String> faults(Prompt prompt, Recorded file) {
        if (!file.there()) {
            return List.of("ABSENT");
        }
        boolean level = file.loudness().rms() < QUIETEST
                || file.loudness().rms() > LOUDEST
                || file.loudness().peak() >= HIGHEST;
        boolean tooLong = file.length().compareTo(prompt.longest()) > 0;
        return Stream.of(
                        level ? "LEVEL" : "",
                        tooLong ? "LONG" : "",
                        file.missing().isEmpty() ? "" : "FORMATS")
                .filter(word -> !word.isEmpty())
                .toList();
    }

    static String figure(double value) {
        return String.format(Locale.ROOT, "%.1f", value).replace('-', '\u2212');
    }
}
