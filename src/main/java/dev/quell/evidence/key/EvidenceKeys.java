package dev.quell.evidence.key;

import dev.quell.evidence.key.KeyLines.Leave;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
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
    private String stopped = "";

    /** With the key of a file, which is not looked at yet. */
    public EvidenceKeys(Path file) {
        this.file = file;
    }

    /** What is wrong with it, as far as is known; empty if nothing. */
    public synchronized String fault() {
        return stopped.isEmpty() ? fault : stopped;
    }

    /**
     * The key; a new one is made and kept if there is no file.
     *
     * @throws EvidenceFault with a sentence that says what to do
     */
    public synchronized EvidenceKey get() {
        if (!stopped.isEmpty()) {
            throw new EvidenceFault(stopped);
        }
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
                    ? Optional.of(EvidenceKey.of(Files.readString(file, StandardCharsets.UTF_8)))
                    : Optional.empty();
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw fault(e);
        }
    }

    /**
     * Keeps beside the key where a chain ends that it signs; it begins each chain once.
     *
     * @throws EvidenceFault if it cannot be kept
     */
    public synchronized void ends(String chain, KeyLines.End end) {
        EvidenceKey key = get();
        if (!key.lines().end(chain).equals(Optional.of(end))) {
            change(key.with(key.lines().ending(chain, end)));
        }
    }

    /**
     * Gives the next start leave, or takes it back.
     *
     * @throws EvidenceFault if it cannot be kept
     */
    public synchronized void leave(Optional<Leave> leave) {
        EvidenceKey key = get();
        if (!key.lines().leave().equals(leave)) {
            change(key.with(key.lines().with(leave)));
        }
    }

    /**
     * Makes a key that follows the present one, which vouches for it. The present one is kept beside it.
     *
     * @param former where the present one goes
     * @throws EvidenceFault if it cannot be kept
     */
    public synchronized void change(Path former) {
        EvidenceKey key = get();
        try {
            Files.copy(file, former, StandardCopyOption.COPY_ATTRIBUTES);
            change(key.next());
        } catch (IOException | GeneralSecurityException e) {
            throw fault(e);
        }
    }

    private void change(EvidenceKey key) {
        try {
            keep(key);
        } catch (IOException e) {
            throw fault(e);
        }
        known = key;
        fault = "";
    }

    /** Signs nothing any more until the next start. */
    public synchronized void stop(String why) {
        if (stopped.isEmpty()) {
            LOG.error("Nothing is signed and nothing removed by retention any more: {}", why);
        }
        stopped = why;
    }

    private EvidenceKey load() {
        try {
            if (Files.notExists(file)) {
                keep(EvidenceKey.made());
            } else if (!Files.getPosixFilePermissions(file).equals(OWNER)) {
                LOG.warn("The key that signs evidence, {}, is open to others than its owner: chmod 600 it", file);
            }
            EvidenceKey key = EvidenceKey.of(Files.readString(file, StandardCharsets.UTF_8));
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
        own(part, whole);
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Whoever rewrites the file, it stays its owner's. */
    private static void own(Path part, Path whole) throws IOException {
        if (Files.exists(whole)) {
            PosixFileAttributes had = Files.readAttributes(whole, PosixFileAttributes.class);
            PosixFileAttributeView view = Files.getFileAttributeView(part, PosixFileAttributeView.class);
            if (!view.readAttributes().owner().equals(had.owner())) {
                view.setOwner(had.owner());
                view.setGroup(had.group());
            }
        }
    }
}
