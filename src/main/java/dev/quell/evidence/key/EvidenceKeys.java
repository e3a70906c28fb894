package dev.quell.evidence.key;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key in its file, for its owner alone; made when it is first needed. If it cannot be used there are no packs, no notes and no retention, and it is looked
 * at again each time: nothing else waits for it.
 */
public final class EvidenceKeys {

    private static final Logger LOG = LoggerFactory.getLogger(EvidenceKeys.class);
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");

    private final Path file;
    private @Nullable EvidenceKey known;
    private String fault = "";

    /** With the key of a file, which is not looked at yet. */
    public EvidenceKeys(Path file) {
        this.file = file;
    }

    /** What is wrong with it, as far as is known; empty if nothing. */
    public synchronized String fault() {
        return fault;
    }

    /**
     * The key; a new one is made and kept if there is no file.
     *
     * @throws EvidenceFault with a sentence that says what to do
     */
    public synchronized EvidenceKey get() {
        EvidenceKey key = known;
        if (key == null) {
            key = load();
            known = key;
        }
        return key;
    }

    /** The key of the file if there is one that may be read; none is made. */
    public synchronized Optional<EvidenceKey> look() {
        try {
            return Files.isReadable(file)
                    ? Optional.of(EvidenceKey.of(Files.readString(file, StandardCharsets.US_ASCII)))
                    : Optional.empty();
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw fault(e);
        }
    }

    /**
     * Keeps beside the key that it signs a chain's beginning: it does so once.
     *
     * @throws EvidenceFault if it cannot be kept
     */
    public synchronized void begun(String chain) {
        EvidenceKey key = get().begun(chain);
        try {
            keep(key);
        } catch (IOException e) {
            throw fault(e);
        }
        known = key;
    }

    private EvidenceKey load() {
        try {
            if (Files.notExists(file)) {
                keep(EvidenceKey.made());
            } else if (!Files.getPosixFilePermissions(file).equals(OWNER)) {
                LOG.warn("The key that signs evidence, {}, is open to others than its owner: chmod 600 it", file);
            }
            EvidenceKey key = EvidenceKey.of(Files.readString(file, StandardCharsets.US_ASCII));
            fault = "";
            return key;
        } catch (IOException | GeneralSecurityException | IllegalArgumentException | UnsupportedOperationException e) {
            throw fault(e);
        }
    }

    private EvidenceFault fault(Exception e) {
        fault = "the key that signs evidence, " + file + ", cannot be used (" + e.getMessage()
                + "): see to the disk and the file's owner, put the copy from a backup there, or move it away";
        return new EvidenceFault(fault, e);
    }

    /** Whole or not at all, also when the machine stops meanwhile. */
    private void keep(EvidenceKey key) throws IOException {
        Path whole = file.toAbsolutePath();
        Path folder = whole.getParent();
        if (folder != null) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        Path part = whole.resolveSibling(whole.getFileName() + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, PosixFilePermissions.asFileAttribute(OWNER));
        Files.writeString(part, key.text());
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
    }
}
