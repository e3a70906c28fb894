package dev.quell.storage.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.quell.call.CallId;
import dev.quell.call.CallToken;
import dev.quell.screening.CallConcluded;
import dev.quell.screening.CallJournal;
import dev.quell.screening.CallScreened;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A journal that goes straight into a database, with the calls of the day in memory, which tells a listener and other instances what was written, and finds their calls too. */
public final class CachedCallJournal implements CallJournal {

    private static final long MOST = 10_000;

    private final CallJournal journal;
    private final SharedCalls shared;
    private final RecordListener listener;
    private final Cache<CallId, CallScreened> byId =
            Caffeine.newBuilder().maximumSize(MOST).build();
    private final Cache<CallToken, CallScreened> byToken =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /** Of a single instance. */
    public CachedCallJournal(CallJournal journal, RecordListener listener) {
        this(journal, SharedCalls.none(), listener);
    }

    /** Of one among several. */
    public CachedCallJournal(CallJournal journal, SharedCalls shared, RecordListener listener) {
        this.journal = journal;
        this.shared = shared;
        this.listener = listener;
    }

    @Override
    public CompletableFuture<Void> screened(CallScreened call) {
        return journal.screened(call).thenRun(() -> {
            byId.put(call.call().id(), call);
            byToken.put(call.token(), call);
            listener.screened(call);
            shared.screened(call);
        });
    }

    @Override
    public CompletableFuture<Void> rehearse(CallScreened call) {
        return journal.rehearse(call);
    }

    @Override
    public CompletableFuture<Boolean> concluded(CallConcluded call) {
        return journal.concluded(call)
                .thenCompose(first -> first
                        ? shared.ended(call).exceptionally(fault -> true)
                        : CompletableFuture.completedFuture(false))
                .thenApply(first -> {
                    if (first) {
                        listener.concluded(call);
                    }
                    return first;
                });
    }

    @Override
    public Optional<CallScreened> find(CallId id) {
        CallScreened known = byId.getIfPresent(id);
        return known != null ? Optional.of(known) : journal.find(id).or(() -> shared.find(id));
    }

    @Override
    public Optional<CallScreened> find(CallToken token) {
        CallScreened known = byToken.getIfPresent(token);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<CallScreened> found = journal.find(token).or(() -> shared.find(token));
        found.ifPresent(call -> byToken.put(token, call));
        return found;
    }
}
