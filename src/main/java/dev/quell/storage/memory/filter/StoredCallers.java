package dev.quell.storage.memory.filter;

import dev.quell.call.CallerNumber;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;

/**
 * Of whom the local database may have calls or flags. Everybody until it was filled for the first time. Whoever has a row from the start of the process
 * on must be told here, before or after the row can be read.
 */
public final class StoredCallers {

    /** @param filled whether it has what the database had when it was made */
    private record Filters(CallerFilter calls, CallerFilter flags, boolean filled) {
        static Filters empty() {
            return new Filters(new CallerFilter(), new CallerFilter(), false);
        }
    }

    private final LongAdder spared = new LongAdder();
    private volatile Filters current = Filters.empty();
    /** The one that is being filled, the present one otherwise. */
    private volatile Filters next = current;

    /** Whether to look for calls. */
    public boolean mayHaveCalls(CallerNumber caller) {
        Filters now = current;
        boolean may = !now.filled || now.calls.mayHold(caller.key());
        if (!may) {
            spared.increment();
        }
        return may;
    }

    /** Whether to look for flags. */
    public boolean mayHaveFlags(CallerNumber caller) {
        Filters now = current;
        return !now.filled || now.flags.mayHold(caller.key());
    }

    /** How often nobody needed to look for calls. */
    public long spared() {
        return spared.sum();
    }

    /** A caller has a call. */
    public void called(CallerNumber caller) {
        if (caller.identifies()) {
            current.calls.add(caller.key());
            next.calls.add(caller.key());
        }
    }

    /** A caller has a flag, or may have one. */
    public void flagged(CallerNumber caller) {
        if (caller.identifies()) {
            current.flags.add(caller.key());
            next.flags.add(caller.key());
        }
    }

    /**
     * Fills it with what the database has; done again, it forgets who has no rows any more. If it fails, it stays as it was.
     *
     * @param settled waits until what was told before can be read; false if that was in vain
     * @return whether it was filled
     */
    public synchronized boolean fill(StoredPages stored, BooleanSupplier settled) {
        Filters fresh = Filters.empty();
        next = fresh;
        try {
            if (!settled.getAsBoolean()) {
                return false;
            }
            stored.callers(fresh.calls::add);
            stored.flagged(fresh.flags::add);
            Filters filled = new Filters(fresh.calls, fresh.flags, true);
            current = filled;
            return true;
        } finally {
            next = current;
        }
    }
}
