package dev.quell.evidence.desk;

import dev.quell.evidence.ChainReport;
import dev.quell.evidence.EvidenceStore;
import dev.quell.evidence.KnownElsewhere;
import dev.quell.evidence.desk.LogWork.State;
import dev.quell.evidence.key.EvidenceFault;
import dev.quell.evidence.key.EvidenceKey;
import dev.quell.evidence.key.EvidenceKeys;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Checks the whole call log against its chain: in the background, one check at a time, on a thread that rests as much as it works. */
@Component
public final class LogDesk {

    private static final Logger LOG = LoggerFactory.getLogger(LogDesk.class);

    private final LogLook look;
    private final EvidenceStore store;
    private final EvidenceKeys keys;
    private final Clock clock;
    private volatile Optional<LogWork> work = Optional.empty();
    private volatile boolean cancelled;

    LogDesk(LogLook look, EvidenceStore store, EvidenceKeys keys, Clock clock) {
        this.look = look;
        this.store = store;
        this.keys = keys;
        this.clock = clock;
    }

    /** There is no room in memory. */
    private static final class TooLarge extends RuntimeException {
        @java.io.Serial
        private static final long serialVersionUID = 1L;
    }

    /** The check that goes on or was done last; empty if there was none since the start. */
    public Optional<LogWork> work() {
        return work;
    }

    /**
     * Begins a check.
     *
     * @param former fingerprints of keys that signed before the present one
     * @param heads lines that told where the chain ended
     * @param by the account that asks
     * @param done told what was found
     * @return whether it was begun; nothing is if one goes on
     */
    public synchronized boolean start(Set<String> former, List<String> heads, String by, Consumer<ChainReport> done) {
        if (work.filter(LogWork::running).isPresent()) {
            return false;
        }
        KnownElsewhere known = known(former, heads);
        LogWork begun = new LogWork(
                by,
                clock.instant(),
                heads.size(),
                State.RUNNING,
                0,
                store.head().number(),
                Optional.empty());
        cancelled = false;
        work = Optional.of(begun);
        Thread.ofPlatform().name("quell-verify").daemon().start(() -> work = Optional.of(run(begun, known, done)));
        return true;
    }

    /** The key's file is looked at, whether it may sign now or not: a chain that is not the one that it signed must be looked through most of all. */
    private KnownElsewhere known(Set<String> former, List<String> heads) {
        Set<String> wanted = new LinkedHashSet<>(former);
        Optional<EvidenceKey> own;
        try {
            own = keys.look();
        } catch (EvidenceFault e) {
            LOG.warn("The call log is checked without the key's file: {}", e.getMessage());
            own = Optional.empty();
        }
        own.ifPresent(key -> wanted.add(key.fingerprint()));
        return new KnownElsewhere(wanted, own.map(EvidenceKey::lines), heads, Set.of(), Set.of());
    }

    private LogWork run(LogWork begun, KnownElsewhere known, Consumer<ChainReport> done) {
        Rests rests = new Rests();
        try {
            ChainReport report = look.look(known, block -> {
                if (cancelled) {
                    throw new CancellationException();
                }
                if (Room.isShort()) {
                    throw new TooLarge();
                }
                work = Optional.of(begun.at(block));
                rests.rest();
            });
            done.accept(report);
            return begun.at(begun.last()).ended(State.DONE, Optional.of(report));
        } catch (CancellationException e) {
            return begun.ended(State.CANCELLED, Optional.empty());
        } catch (TooLarge e) {
            return begun.ended(State.TOO_LARGE, Optional.empty());
        } catch (RuntimeException | Error e) {
            LOG.warn("The check of the call log failed", e);
            return begun.ended(State.FAILED, Optional.empty());
        }
    }

    /** Ends the check that goes on. */
    @PreDestroy
    public void cancel() {
        cancelled = true;
    }
}
