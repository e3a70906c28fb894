package dev.quell.storage.redis.link;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an instance remembers of Redis over a restart, in a small file. If it is lost, everything is told and read once more. */
public final class StateFile {

    private static final Logger LOG = LoggerFactory.getLogger(StateFile.class);

    private final Path file;
    private final Properties values = new Properties();

    public StateFile(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                values.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                LOG.warn("{} cannot be read, Redis is told everything again: {}", file, e.toString());
            }
        }
    }

    /** What was kept under a name; empty if nothing was. */
    public synchronized String get(String name) {
        return values.getProperty(name, "");
    }

    /** Keeps a value; one that cannot be written lasts until the next start. */
    public synchronized void put(String name, String value) {
        if (value.equals(values.setProperty(name, value))) {
            return;
        }
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try (Writer writer = Files.newBufferedWriter(next)) {
            values.store(writer, null);
        } catch (IOException e) {
            LOG.warn("{} cannot be written, look at the disk and the folder's rights: {}", next, e.toString());
            return;
        }
        try {
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("{} cannot be replaced, look at the folder's rights: {}", file, e.toString());
        }
    }
}
