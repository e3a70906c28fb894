package dev.quell.evidence.desk;

import dev.quell.call.FairTime;
import dev.quell.evidence.EvidenceSettings;
import dev.quell.evidence.EvidenceStore;
import dev.quell.evidence.desk.PackWork.Kind;
import dev.quell.evidence.desk.PackWork.State;
import dev.quell.evidence.key.EvidenceFault;
import dev.quell.evidence.pack.MadePack;
import dev.quell.evidence.pack.PackCheck;
import dev.quell.evidence.pack.PackFinding;
import dev.quell.evidence.pack.PackOrder;
import dev.quell.evidence.pack.Packs;
import dev.quell.jobs.Jobs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * Makes packs for people who wait for none: in the background, one at a time, with rests. A pack waits to be fetched until somebody deletes it or its time is
 * over.
 */
@Service
public final class PackDesk implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(PackDesk.class);

    private final Packs packs;
    private final EvidenceStore store;
    private final EvidenceSettings.Kept settings;
    private final PackShelf shelf;
    private final FairTime time;
    private final Clock clock;
    private final ScheduledExecutorService worker = Jobs.timer("quell-evidence-desk");
    private final ScheduledFuture<?> tidying;
    private volatile Optional<PackWork> work = Optional.empty();

    PackDesk(Packs packs, EvidenceStore store, EvidenceSettings settings, ObjectProvider<FairTime> time, Clock clock) {
        this.packs = packs;
        this.store = store;
        this.settings = settings.kept();
        this.shelf = new PackShelf(settings.keyFile().toAbsolutePath().resolveSibling("evidence-kept"), clock);
        this.time = time.getIfAvailable(FairTime::trusting);
        this.clock = clock;
        this.tidying = worker.scheduleWithFixedDelay(this::tidy, 1, 10, TimeUnit.MINUTES);
    }

    /** Removes packs whose time is over, unless the clock that says so is in doubt. */
    void tidy() {
        if (time.doubts(clock.instant())) {
            return;
        }
        try {
            shelf.removeBefore(clock.instant().minus(settings.time()));
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("Evidence packs whose time is over cannot be removed: {}", e.getMessage());
        }
    }

    /** The work that goes on or was done last; empty if there was none since the start. */
    public Optional<PackWork> work() {
        return work;
    }

    /**
     * Begins to make a pack.
     *
     * @param calls how many it will hold, to tell the progress
     * @param made told of the pack before it can be fetched; if it throws there is no pack
     * @return whether it was begun; nothing is if other work goes on
     */
    public boolean make(PackOrder order, int calls, Consumer<KeptPack> made) {
        return begin(
                new PackWork(
                        Kind.MAKE,
                        0,
                        order.source().text(),
                        order.by(),
                        clock.instant(),
                        State.RUNNING,
                        0,
                        calls,
                        "",
                        List.of()),
                begun -> making(begun, order, made));
    }

    /**
     * Begins to check a pack that waits.
     *
     * @param source whose calls it holds, as lists write it
     * @param by the account that asks
     * @param checked told what was found
     * @return whether it was begun; nothing is if other work goes on
     */
    public boolean check(KeptPack pack, String source, String by, Consumer<List<PackFinding>> checked) {
        return begin(
                new PackWork(Kind.CHECK, pack.note(), source, by, clock.instant(), State.RUNNING, 0, 0, "", List.of()),
                begun -> checking(begun, pack, checked));
    }

    private synchronized boolean begin(PackWork begun, Task task) {
        if (work.filter(PackWork::running).isPresent()) {
            return false;
        }
        work = Optional.of(begun);
        worker.execute(() -> run(begun, task));
        return true;
    }

    /** What is done with a pack; tells how it ended. */
    @FunctionalInterface
    private interface Task {
        PackWork run(PackWork begun) throws IOException;
    }

    private void run(PackWork begun, Task task) {
        try {
            work = Optional.of(task.run(begun));
        } catch (EvidenceFault e) {
            work = Optional.of(begun.failed(String.valueOf(e.getMessage())));
        } catch (IOException | RuntimeException | Error e) {
            LOG.warn("Work on an evidence pack failed", e);
            work = Optional.of(begun.failed("the log says why"));
        }
    }

    private PackWork making(PackWork begun, PackOrder order, Consumer<KeptPack> made) throws IOException {
        room();
        Rests rests = new Rests();
        try (MadePack pack = packs.make(order, done -> {
            work = Optional.of(begun.reached(done));
            rests.rest();
        })) {
            KeptPack kept = shelf.put(pack);
            try {
                made.accept(kept);
            } catch (RuntimeException e) {
                Files.deleteIfExists(kept.file());
                throw e;
            }
            return begun.ended(kept.note(), List.of());
        }
    }

    private void room() throws IOException {
        long kept = shelf.all().stream().mapToLong(KeptPack::bytes).sum();
        if (kept >= settings.mostSize().toBytes()) {
            throw new EvidenceFault("the packs that wait take " + (kept >> 20)
                    + " MB; delete those that were fetched, or raise quell.evidence.kept.most-size");
        }
    }

    private PackWork checking(PackWork begun, KeptPack pack, Consumer<List<PackFinding>> checked) throws IOException {
        List<PackFinding> findings = new ArrayList<>();
        if (!PackShelf.hash(pack.file()).equals(pack.sha256())) {
            findings.add(new PackFinding(false, "the file is not the one that was made: its SHA-256 is another"));
        }
        findings.addAll(PackCheck.of(pack.file(), Optional.of(packs.fingerprint())));
        checked.accept(findings);
        return begun.ended(pack.note(), findings);
    }

    /**
     * The packs that wait, newest first.
     *
     * @throws EvidenceFault if they cannot be looked at
     */
    public List<KeptPack> kept() {
        try {
            Instant oldest = time.favour(clock.instant()).minus(settings.time());
            return shelf.all().stream()
                    .filter(pack -> !pack.at().isBefore(oldest))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new EvidenceFault("the packs that wait cannot be looked at: " + e.getMessage(), e);
        }
    }

    /** The pack of a note, if it waits. */
    public Optional<KeptPack> find(long note) {
        return kept().stream().filter(pack -> pack.note() == note).findFirst();
    }

    /** How long a pack waits. */
    public Duration keeps() {
        return settings.time();
    }

    /**
     * Tells the chain that a pack is handed out; comes before it is.
     *
     * @param source whose calls it holds, as lists write it
     * @param who gets it
     * @param by the account that takes it
     * @throws EvidenceFault if the key cannot be used
     */
    public void handOut(KeptPack pack, String source, String who, String by) {
        store.note(
                "HANDED",
                Instant.ofEpochMilli(clock.millis()),
                Map.of("export", pack.note(), "sha256", pack.sha256(), "bytes", pack.bytes()),
                Map.of("source", source, "who", who, "by", by));
    }

    /** Deletes a pack; its notes in the chain stay. */
    public void delete(KeptPack pack) {
        try {
            Files.deleteIfExists(pack.file());
        } catch (IOException e) {
            throw new EvidenceFault("the pack cannot be deleted: " + e.getMessage(), e);
        }
    }

    @Override
    public void destroy() {
        tidying.cancel(false);
        worker.shutdownNow();
    }
}
