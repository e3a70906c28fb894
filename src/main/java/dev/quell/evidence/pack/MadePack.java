package dev.quell.evidence.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A pack in a file of its own, which is gone when it is closed.
 *
 * @param file the ZIP, for its owner alone
 * @param bytes its size
 * @param calls how many it holds
 * @param note the number of the block whose note tells of it
 */
public record MadePack(Path file, long bytes, int calls, long note) implements AutoCloseable {
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
