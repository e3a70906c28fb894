package dev.quell.prompt;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** G.722 by ffmpeg, where that is installed. Without it a prompt has no such file, and Asterisk makes one of the {@code sln16} while it plays. */
final class G722 {

    private static final Logger LOG = LoggerFactory.getLogger(G722.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path program;

    /** @param program ffmpeg's whole path: what stands first in a service's PATH need not be it */
    G722(Path program) {
        this.program = program;
    }

    /** The sound in G.722 at 64 kbit/s; empty if ffmpeg is not there or fails. */
    Optional<byte[]> of(byte[] sln16) {
        if (!Files.isExecutable(program)) {
            return Optional.empty();
        }
        try {
            Path folder = Files.createTempDirectory("quell-prompt");
            Path from = folder.resolve("sound.raw");
            Path to = folder.resolve("sound.g722");
            try {
                Files.write(from, sln16);
                return ran(from, to) && Files.isRegularFile(to) && Files.size(to) > 0
                        ? Optional.of(Files.readAllBytes(to))
                        : Optional.empty();
            } finally {
                Files.deleteIfExists(from);
                Files.deleteIfExists(to);
                Files.delete(folder);
            }
        } catch (IOException e) {
            LOG.debug("No G.722 is made", e);
            return Optional.empty();
        }
    }

    private boolean ran(Path from, Path to) throws IOException {
        Process process = new ProcessBuilder(
                        program.toString(),
                        "-nostdin",
                        "-loglevel",
                        "error",
                        "-y",
                        "-f",
                        "s16le",
                        "-ar",
                        "16000",
                        "-ac",
                        "1",
                        "-i",
                        from.toString(),
                        "-c:a",
                        "g722",
                        "-f",
                        "g722",
                        to.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .start();
        try {
            return process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            // Its files are deleted next: not before it has let go of them.
            process.destroyForcibly()
                    .onExit()
                    .completeOnTimeout(process, 2, TimeUnit.SECONDS)
                    .join();
        }
    }
}
