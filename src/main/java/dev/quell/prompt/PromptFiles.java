package dev.quell.prompt;

import dev.quell.prompt.audio.AudioFault;
import dev.quell.prompt.audio.Loudness;
import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The prompts' files in Asterisk's folder, which opens them anew with each call. A file is replaced at once, never half; what was replaced is kept beside the
 * database.
 */
@Component
public final class PromptFiles {

    /** The endings, the one that is played to people first. */
    public static final List<String> FORMATS = List.of("wav", "sln16", "alaw", "ulaw", "g722");

    /** Earlier recordings of one prompt that are kept. */
    public static final int KEPT = 3;

    private static final Logger LOG = LoggerFactory.getLogger(PromptFiles.class);
    private static final String WAV = ".wav";
    private static final int DIGITS = 16;

    private final Measures measures = new Measures();
    private final Path sounds;
    private final Path away;

    /** @param data the service's data directory */
    PromptFiles(PromptSettings settings, @Value("${quell.data-directory}") Path data) {
        this.sounds = settings.folder();
        this.away = data.resolve("prompts");
    }

    /** The folder of a language. */
    public Path folder(Voice voice) {
        return sounds.resolve(voice.word()).resolve("quell");
    }

    /** Whether recordings can be put there. */
    public boolean writable(Voice voice) {
        return Files.isDirectory(folder(voice)) && Files.isWritable(folder(voice));
    }

    /** What there is of a prompt. */
    public Recorded look(Voice voice, Prompt prompt) {
        List<String> missing = FORMATS.stream()
                .filter(format -> !Files.isRegularFile(file(voice, prompt, format)))
                .toList();
        List<Instant> kept = kept(voice, prompt);
        try {
            Measures.Measured file = measures.of(file(voice, prompt, "wav"));
            return new Recorded(
                    true, file.length(), file.loudness(), file.changedAt().toInstant(), missing, kept);
        } catch (IOException | AudioFault e) {
            return new Recorded(
                    false,
                    Duration.ZERO,
                    new Loudness(Loudness.SILENCE, Loudness.SILENCE),
                    Instant.EPOCH,
                    missing,
                    kept);
        }
    }

    /** What all recordings of a language are told by, 16 hexadecimal digits; empty if there is none. */
    public Optional<String> digest(Voice voice, PromptTable table) {
        StringBuilder all = new StringBuilder();
        for (Prompt prompt : table.all()) {
            try {
                String digest = measures.of(file(voice, prompt, "wav")).digest();
                all.append(prompt.name()).append(' ').append(digest).append('\n');
            } catch (IOException | AudioFault e) {
                LOG.trace("{} has no recording", prompt.name(), e);
            }
        }
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(Measures.digest(all.toString().getBytes(StandardCharsets.UTF_8))
                        .substring(0, DIGITS));
    }

    /** Its {@code wav}, now or as it was when it was put away; empty if there is none. */
    public Optional<byte[]> wav(Voice voice, Prompt prompt, Optional<Instant> put) {
        Path file = put.map(at -> place(voice, prompt, at).resolve("sound" + WAV))
                .orElseGet(() -> file(voice, prompt, "wav"));
        try {
            return Files.isRegularFile(file) ? Optional.of(Measures.bytes(file)) : Optional.empty();
        } catch (IOException e) {
            LOG.debug("A prompt cannot be read", e);
            return Optional.empty();
        }
    }

    /**
     * Puts a recording in the place of what is there, which is kept.
     *
     * @param files by ending; a format that is not among them is taken away, for it would say something else
     * @param at now
     * @throws PromptFault if it cannot be; then all is as it was, unless the disk failed while files were moved, which the next start finishes
     */
    public synchronized void put(Voice voice, Prompt prompt, Map<String, byte[]> files, Instant at) throws PromptFault {
        Putting putting = new Putting(folder(voice).resolve(prompt.name()), files);
        try {
            putting.write();
            keep(voice, prompt, at);
            putting.move();
        } catch (IOException e) {
            throw new PromptFault("the recording of " + prompt.name() + " cannot be put into " + folder(voice), e);
        }
    }

    /** Finishes what a crash left half done. */
    @PostConstruct
    void repair() {
        for (Voice voice : Voice.values()) {
            try {
                if (writable(voice) && Putting.repair(folder(voice)) > 0) {
                    LOG.info("Recordings in {} that were not all in place are in place now.", folder(voice));
                }
            } catch (IOException e) {
                LOG.warn(
                        "Recordings in {} may not all be in place; put them there again on /treatments",
                        folder(voice),
                        e);
            }
        }
    }

    /**
     * Brings a recording back that was put away; what stood in its place is put away in turn.
     *
     * @return whether there was one
     * @throws PromptFault if it cannot be
     */
    public synchronized boolean back(Voice voice, Prompt prompt, Instant put, Instant at) throws PromptFault {
        Path place = place(voice, prompt, put);
        Map<String, byte[]> files = new LinkedHashMap<>();
        try {
            for (String format : FORMATS) {
                Path file = place.resolve("sound." + format);
                if (Files.isRegularFile(file)) {
                    files.put(format, Measures.bytes(file));
                }
            }
        } catch (IOException e) {
            throw new PromptFault("the earlier recording of " + prompt.name() + " cannot be read", e);
        }
        if (files.isEmpty()) {
            return false;
        }
        put(voice, prompt, files, at);
        return true;
    }

    private void keep(Voice voice, Prompt prompt, Instant at) throws IOException {
        Path place = place(voice, prompt, at);
        Files.createDirectories(place);
        for (String format : FORMATS) {
            Path file = file(voice, prompt, format);
            if (Files.isRegularFile(file)) {
                Files.copy(file, place.resolve("sound." + format), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        for (Instant old : kept(voice, prompt).stream().skip(KEPT).toList()) {
            remove(place(voice, prompt, old));
        }
    }

    private static void remove(Path place) throws IOException {
        try (Stream<Path> all = Files.walk(place)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private List<Instant> kept(Voice voice, Prompt prompt) {
        Path places = places(voice, prompt);
        if (!Files.isDirectory(places)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(places)) {
            return all.map(place -> String.valueOf(place.getFileName()))
                    .filter(name -> name.matches("[0-9]{10,15}"))
                    .map(name -> Instant.ofEpochMilli(Long.parseLong(name)))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            LOG.debug("Earlier recordings cannot be listed", e);
            return List.of();
        }
    }

    private Path places(Voice voice, Prompt prompt) {
        return away.resolve(voice.word()).resolve(prompt.name().replace('/', '-'));
    }

    private Path place(Voice voice, Prompt prompt, Instant put) {
        return places(voice, prompt).resolve(Long.toString(put.toEpochMilli()));
    }

    private Path file(Voice voice, Prompt prompt, String format) {
        return folder(voice).resolve(prompt.name() + "." + format);
    }
}
