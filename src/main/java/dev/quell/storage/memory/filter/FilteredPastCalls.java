package dev.quell.storage.memory.filter;

import dev.quell.call.CallerNumber;
import dev.quell.history.PastCall;
import dev.quell.history.PastFlag;
import dev.quell.storage.memory.PastCalls;
import java.time.Instant;
import java.util.List;

/** The local database's calls, which is not asked about callers of whom it has none. */
public final class FilteredPastCalls implements PastCalls {

    private final PastCalls database;
    private final StoredCallers callers;

    public FilteredPastCalls(PastCalls database, StoredCallers callers) {
        this.database = database;
        this.callers = callers;
    }

    @Override
    public List<PastCall> calls(CallerNumber caller, Instant from) {
        return callers.mayHaveCalls(caller) ? database.calls(caller, from) : List.of();
    }

    @Override
    public List<PastFlag> flags(CallerNumber caller, Instant from) {
        return callers.mayHaveFlags(caller) ? database.flags(caller, from) : List.of();
    }
}
