package dev.quell.prompt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts all formats of a prompt in place. Once all are written beside their places a mark says so; whatever ends the service from then on, the next start finds the
 * mark and moves what is left, so that callers of two codecs never go on hearing two texts.
 */
final class Putting {
    private static final String FRESH = ".new";
    private static final String MARK = ".put";
    private static final Set<String> KNOWN = Set.copyOf(PromptFiles.FORMATS);

    private final Path base;
    private final List<Path> written = new ArrayList<>();
    private final Map<String, byte[]> files;

    /**
     * Of one prompt.
     *
     * @param base the files' path without their endings
     * @param files by ending
     */
    Putting(Path base, Map<String, byte[]> files) {
        this.base = base;
        this.files = files;
    }

    /** Writes them beside their places; if they do not fit nothing of it stays. */
    void write() throws IOException {
        try {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                write(fresh(base, file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            for (Path each : written) {
                Files.deleteIfExists(each);
            }
            throw e;
        }
    }

    /** Readable for Asterisk's user, whatever the service's own files are. */
    private void write(Path file, byte[] bytes) throws IOException {
        written.add(file);
        Files.deleteIfExists(file);
        Files.write(file, bytes);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }

    /** Moves them to their places, and takes formats away that are not among them: those would say something else. */
    void move() throws IOException {
        Path mark = hidden(base, MARK);
        Path fresh = hidden(base, MARK + FRESH);
        Files.writeString(fresh, String.join(" ", files.keySet()));
        Files.move(fresh, mark, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        finish(base, files.keySet());
        Files.delete(mark);
    }

    private static void finish(Path base, Set<String> formats) throws IOException {
        for (String format : PromptFiles.FORMATS) {
            Path fresh = fresh(base, format);
            Path place = base.resolveSibling(base.getFileName() + "." + format);
            if (!formats.contains(format)) {
                Files.deleteIfExists(place);
            } else if (Files.exists(fresh)) {
                Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /**
     * Finishes what was begun in a folder before a crash.
     *
     * @return how many prompts it was
     */
    static int repair(Path folder) throws IOException {
        List<Path> marks;
        try (Stream<Path> all = Files.walk(folder, 2)) {
            marks = all.filter(file -> name(file).matches("\\.[a-z0-9-]{1,60}\\.put"))
                    .toList();
        }
        for (Path mark : marks) {
            Set<String> formats = Stream.of(
                            Files.readString(mark, StandardCharsets.US_ASCII).split(" ", -1))
                    .filter(KNOWN::contains)
                    .collect(Collectors.toSet());
            finish(mark.resolveSibling(name(mark).substring(1, name(mark).length() - MARK.length())), formats);
            Files.delete(mark);
        }
        return marks.size();
    }

    private static Path fresh(Path base, String format) {
        return hidden(base, "." + format + FRESH);
    }

    private static Path hidden(Path base, String ending) {
        return base.resolveSibling("." + name(base) + ending);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
