package dev.quell.prompt;

import dev.quell.prompt.audio.AudioFault;
import dev.quell.prompt.audio.Loudness;
import dev.quell.prompt.audio.Sound;
import dev.quell.prompt.audio.WavReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
    /** More than any prompt takes. */
    private static final long LONGEST = 4L << 20;

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
            Path file = file(voice, prompt, "wav");
            Sound sound = WavReader.read(bytes(file));
            return new Recorded(
                    true,
                    sound.length(),
                    Loudness.of(sound),
                    Files.getLastModifiedTime(file).toInstant(),
                    missing,
                    kept);
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

    private static byte[] bytes(Path file) throws IOException {
        if (Files.size(file) > LONGEST) {
            throw new IOException(file + " is larger than any prompt");
        }
        return Files.readAllBytes(file);
    }

    /** Its {@code wav}, now or as it was when it was put away; empty if there is none. */
    public Optional<byte[]> wav(Voice voice, Prompt prompt, Optional<Instant> put) {
        Path file = put.map(at -> place(voice, prompt, at).resolve("sound" + WAV))
                .orElseGet(() -> file(voice, prompt, "wav"));
        try {
            return Files.isRegularFile(file) ? Optional.of(bytes(file)) : Optional.empty();
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
     * @throws PromptFault if it cannot be; then all is as it was, apart from formats that were replaced before the disk failed
     */
    public synchronized void put(Voice voice, Prompt prompt, Map<String, byte[]> files, Instant at) throws PromptFault {
        try {
            keep(voice, prompt, at);
            List<Path> fresh = new ArrayList<>();
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                fresh.add(write(file(voice, prompt, file.getKey()), file.getValue()));
            }
            int next = 0;
            for (String format : files.keySet()) {
                Files.move(
                        fresh.get(next++),
                        file(voice, prompt, format),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            }
            for (String format : FORMATS) {
                if (!files.containsKey(format)) {
                    Files.deleteIfExists(file(voice, prompt, format));
                }
            }
        } catch (IOException e) {
            throw new PromptFault("the recording of " + prompt.name() + " cannot be put into " + folder(voice), e);
        }
    }

    /** Readable for Asterisk's user, whatever the service's own files are. */
    private static Path write(Path file, byte[] bytes) throws IOException {
        Path fresh = file.resolveSibling("." + file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.write(fresh, bytes);
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-r--r--"));
        return fresh;
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
                    files.put(format, bytes(file));
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
