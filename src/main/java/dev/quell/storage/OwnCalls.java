package dev.quell.storage;

import dev.quell.call.CallId;
import dev.quell.calllog.CallFilter;
import dev.quell.calllog.CallLog;
import dev.quell.calllog.CallPage;
import dev.quell.calllog.CallTotals;
import dev.quell.calllog.CallerFilter;
import dev.quell.calllog.LoggedCall;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The calls of one instance of several: their totals say that they are no others.
 *
 * @param calls what this instance has
 */
record OwnCalls(CallLog calls) implements CallLog {

    @Override
    public Optional<LoggedCall> find(CallId id) {
        return calls.find(id);
    }

    @Override
    public Optional<LoggedCall> findCase(String digits) {
        return calls.findCase(digits);
    }

    @Override
    public CallPage search(Query query) {
        return calls.search(query);
    }

    @Override
    public int count(CallFilter filter, int most) {
        return calls.count(filter, most);
    }

    @Override
    public CallTotals totals(CallerFilter callers, Instant from, Instant to) {
        return calls.totals(callers, from, to).ofOwn();
    }

    @Override
    public void scan(Instant from, Instant to, Consumer<LoggedCall> reader) {
        calls.scan(from, to, reader);
    }
}
