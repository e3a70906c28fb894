package dev.quell.e2e.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Folders on a file system in memory, which outlive a killed service and not the machine. A disk that is slow for a second would let calls pass without a verdict,
 * and so make other calls of a scenario.
 */
final class Memory {

    /** Who measures wants the disk. */
    private static final Path SHARED = Path.of(System.getProperty("quell.e2e.memory", "/nowhere"));

    private static final long ENOUGH = 2L << 30;
    private static final Pattern NAME = Pattern.compile("quell-e2e-([0-9]+)-[0-9]+");
    private static final AtomicInteger FOLDERS = new AtomicInteger();

    static {
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> removeOf(ProcessHandle.current().pid())));
    }

    private Memory() {}

    /** A new folder in memory, or another one where there is not enough of it; gone with this JVM. */
    static synchronized Path folderOr(Path other) {
        try {
            if (!Files.isWritable(SHARED) || Files.getFileStore(SHARED).getUsableSpace() < ENOUGH) {
                return Files.createDirectories(other);
            }
            removeOfTheDead();
            return Files.createDirectory(
                    SHARED.resolve("quell-e2e-" + ProcessHandle.current().pid() + "-" + FOLDERS.incrementAndGet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void removeOfTheDead() {
        owners().filter(pid -> ProcessHandle.of(pid).isEmpty()).distinct().forEach(Memory::removeOf);
    }

    private static Stream<Long> owners() {
        List<String> names =
                List.of(java.util.Objects.requireNonNullElse(SHARED.toFile().list(), new String[0]));
        return names.stream().map(NAME::matcher).filter(Matcher::matches).map(name -> Long.valueOf(name.group(1)));
    }

    private static void removeOf(long pid) {
        Shell.attempt(List.of(
                "sh",
                "-c",
                "rm -rf \"$1\"-*",
                "sh",
                SHARED.resolve("quell-e2e-" + pid).toString()));
    }
}
