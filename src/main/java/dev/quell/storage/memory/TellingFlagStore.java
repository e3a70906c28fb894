package dev.quell.storage.memory;

import dev.quell.call.CallId;
import dev.quell.flag.Flag;
import dev.quell.flag.FlagQuery;
import dev.quell.flag.FlagStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The flag store that tells a listener whose flags changed. */
public final class TellingFlagStore implements FlagStore {

    private final FlagStore store;
    private final RecordListener listener;

    public TellingFlagStore(FlagStore store, RecordListener listener) {
        this.store = store;
        this.listener = listener;
    }

    @Override
    public Flag add(Flag flag) {
        Flag kept = store.add(flag);
        listener.flagged(kept.caller());
        return kept;
    }

    @Override
    public Optional<Flag> undo(long id, String by, Instant now) {
        Optional<Flag> undone = store.undo(id, by, now);
        undone.ifPresent(flag -> listener.flagged(flag.caller()));
        return undone;
    }

    @Override
    public Optional<Flag> newestOf(String agent, Instant notBefore) {
        return store.newestOf(agent, notBefore);
    }

    @Override
    public List<Flag> of(CallId call) {
        return store.of(call);
    }

    @Override
    public List<Flag> page(FlagQuery query) {
        return store.page(query);
    }

    @Override
    public List<Flag> since(Instant from, int limit) {
        return store.since(from, limit);
    }
}
