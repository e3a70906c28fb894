package dev.quell.evidence.pack;

import dev.quell.call.CallId;
import dev.quell.evidence.EvidenceSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The site's own recordings, read where they are. */
final class Recordings {

    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z0-9]{1,8}$");

    private final EvidenceSettings.Recordings settings;

    Recordings(EvidenceSettings.Recordings settings) {
        this.settings = settings;
    }

    /**
     * A recording.
     *
     * @param file where it really is
     * @param name of its call, with the file's ending
     */
    record Found(Path file, String name) {}

    boolean kept() {
        return !settings.directory().isEmpty();
    }

    /** The recording of a call; empty if there is none, or if its name would lead out of the directory. */
    Optional<Found> of(CallId id) {
        if (!kept()
                || !SAFE.matcher(id.linkedId()).matches()
                || !SAFE.matcher(id.server()).matches()) {
            return Optional.empty();
        }
        Path directory = Path.of(settings.directory());
        Path file = directory.resolve(
                settings.file().replace("{server}", id.server()).replace("{id}", id.linkedId()));
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            Path real = file.toRealPath();
            Matcher ending = ENDING.matcher(settings.file());
            return real.startsWith(directory.toRealPath())
                    ? Optional.of(
                            new Found(real, id.server() + "-" + id.linkedId() + (ending.find() ? ending.group() : "")))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
