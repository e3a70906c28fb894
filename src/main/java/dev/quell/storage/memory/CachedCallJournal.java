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

/** The journal with the calls of the day in memory, which tells a listener what was written. */
public final class CachedCallJournal implements CallJournal {

    private static final long MOST = 10_000;

    private final CallJournal journal;
    private final RecordListener listener;
    private final Cache<CallId, CallScreened> byId =
            Caffeine.newBuilder().maximumSize(MOST).build();
    private final Cache<CallToken, CallScreened> byToken =
            Caffeine.newBuilder().maximumSize(MOST).build();

    public CachedCallJournal(CallJournal journal, RecordListener listener) {
        this.journal = journal;
        this.listener = listener;
    }

    @Override
    public CompletableFuture<Void> screened(CallScreened call) {
        return journal.screened(call).thenRun(() -> {
            byId.put(call.call().id(), call);
            byToken.put(call.token(), call);
            listener.screened(call);
        });
    }

    @Override
    public CompletableFuture<Void> rehearse(CallScreened call) {
        return journal.rehearse(call);
    }

    @Override
    public CompletableFuture<Boolean> concluded(CallConcluded call) {
        return journal.concluded(call).thenApply(first -> {
            if (first) {
                listener.concluded(call);
            }
            return first;
        });
    }

    @Override
    public Optional<CallScreened> find(CallId id) {
        CallScreened known = byId.getIfPresent(id);
        return known != null ? Optional.of(known) : journal.find(id);
    }

    @Override
    public Optional<CallScreened> find(CallToken token) {
        CallScreened known = byToken.getIfPresent(token);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<CallScreened> found = journal.find(token);
        found.ifPresent(call -> byToken.put(token, call));
        return found;
    }
}
