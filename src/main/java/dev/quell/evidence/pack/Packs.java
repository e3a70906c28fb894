package dev.quell.evidence.pack;

import dev.quell.calllog.VersionBook;
import dev.quell.evidence.EvidenceSettings;
import dev.quell.evidence.EvidenceStore;
import dev.quell.evidence.key.EvidenceFault;
import dev.quell.evidence.key.EvidenceKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;

/** Makes packs, one at a time, in files on the disk, so that a large one takes no memory from verdicts. */
@Service
public final class Packs implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Packs.class);

    private final EvidenceStore store;
    private final EvidenceSettings settings;
    private final VersionBook versions;
    private final EvidenceKeys keys;
    private final Clock clock;
    private final Semaphore one = new Semaphore(1);
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("quell-evidence").daemon().factory());

    /** With the key that signs; it is not looked at before it is needed. */
    public Packs(EvidenceStore store, EvidenceSettings settings, VersionBook versions, EvidenceKeys keys, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.versions = versions;
        this.keys = keys;
        this.clock = clock;
        removeLeft();
    }

    /** What a stop in the midst of a pack has left. */
    private void removeLeft() {
        try {
            remove(folder());
        } catch (IOException | UncheckedIOException | SecurityException e) {
            LOG.warn("{} cannot be removed: {}", folder(), e.getMessage());
        }
    }

    private Path folder() {
        return settings.keyFile().toAbsolutePath().resolveSibling("evidence-packs");
    }

    /**
     * SHA-256 of the public key that signs packs.
     *
     * @throws EvidenceFault if the key cannot be used
     */
    public String fingerprint() {
        return keys.get().fingerprint();
    }

    /**
     * The public key that signs packs, in PEM.
     *
     * @throws EvidenceFault if the key cannot be used
     */
    public String publicKey() {
        return keys.get().publicPem();
    }

    /**
     * Makes a pack; the caller closes it when it has been handed over.
     *
     * @param done told how many calls are done, now and then, from another thread
     * @throws EvidenceFault if it cannot be made now, is too large, or another is being made; with a sentence that says so
     */
    public MadePack make(PackOrder order, IntConsumer done) {
        if (!one.tryAcquire()) {
            throw new EvidenceFault("another pack is being made; try again when it is done");
        }
        try {
            return worker.submit(() -> work(order, done)).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof EvidenceFault fault) {
                throw fault;
            }
            throw new EvidenceFault("the pack could not be made: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EvidenceFault("the pack was not made: Quell is stopping", e);
        } finally {
            one.release();
        }
    }

    private MadePack work(PackOrder order, IntConsumer done) throws IOException {
        Path folder = Files.createDirectories(
                folder(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path target = folder.resolve("pack-" + Long.toUnsignedString(System.nanoTime(), 36) + ".zip");
        Path scratch = Files.createTempDirectory(folder, "files");
        boolean made = false;
        try {
            long note;
            int calls;
            try (PackFiles files =
                    new PackFiles(target, scratch, settings.mostSize().toBytes())) {
                PackMaking making = new PackMaking(store, settings, versions, keys.get(), clock, order, files);
                note = making.make(done);
                calls = making.calls();
            }
            made = true;
            return new MadePack(target, Files.size(target), calls, note);
        } finally {
            remove(scratch);
            if (!made) {
                Files.deleteIfExists(target);
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.delete(each);
        }
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }
}
