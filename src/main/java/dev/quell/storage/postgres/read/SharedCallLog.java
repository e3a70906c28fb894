package dev.quell.storage.postgres.read;

import dev.quell.call.CallId;
import dev.quell.calllog.CallFilter;
import dev.quell.calllog.CallLog;
import dev.quell.calllog.CallPage;
import dev.quell.calllog.CallTotals;
import dev.quell.calllog.CallerFilter;
import dev.quell.calllog.LoggedCall;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The call log of all instances. What this one has and the record lacks as yet is shown too, where single calls or a page are asked for. */
final class SharedCallLog implements CallLog {

    private final CallLog record;
    private final CallLog own;
    private final Asking asking;

    SharedCallLog(CallLog record, CallLog own, Asking asking) {
        this.record = record;
        this.own = own;
        this.asking = asking;
    }

    @Override
    public Optional<LoggedCall> find(CallId id) {
        return further(asking.ask(() -> record.find(id), () -> own.find(id)), () -> own.find(id));
    }

    @Override
    public Optional<LoggedCall> findCase(String digits) {
        return further(
                asking.ask(() -> record.findCase(digits), () -> own.findCase(digits)), () -> own.findCase(digits));
    }

    /** Of a call that is not in the record, or lives there and has ended here, this instance knows more. */
    private static Optional<LoggedCall> further(Optional<LoggedCall> found, Supplier<Optional<LoggedCall>> own) {
        return found.isPresent() && found.get().endedAt().isPresent()
                ? found
                : own.get().or(() -> found);
    }

    @Override
    public CallPage search(Query query) {
        CallPage here = own.search(query);
        return asking.ask(() -> union(query, record.search(query), here), () -> here);
    }

    /** Where either has more, the page ends with the last call that both could have told. */
    private static CallPage union(Query query, CallPage all, CallPage here) {
        Map<CallId, LoggedCall> calls = new LinkedHashMap<>();
        all.calls().forEach(call -> calls.put(call.id(), call));
        here.calls()
                .forEach(call -> calls.merge(
                        call.id(), call, (told, own) -> told.endedAt().isPresent() ? told : own));
        return CallPage.of(query, List.copyOf(calls.values()), goesOn(query, all) || goesOn(query, here));
    }

    private static boolean goesOn(Query query, CallPage page) {
        return !page.calls().isEmpty() && (query.goesBack() ? page.newer() : page.older()).isPresent();
    }

    /** What only this instance has as yet is not counted. */
    @Override
    public int count(CallFilter filter, int most) {
        return asking.ask(() -> record.count(filter, most), () -> own.count(filter, most));
    }

    /** What only this instance has as yet is not counted. */
    @Override
    public CallTotals totals(CallerFilter callers, Instant from, Instant to) {
        return asking.ask(() -> record.totals(callers, from, to), () -> own.totals(callers, from, to));
    }

    @Override
    public void scan(Instant from, Instant to, Consumer<LoggedCall> reader) {
        new RowByRow(asking)
                .<LoggedCall>read(each -> record.scan(from, to, each), each -> own.scan(from, to, each), reader);
    }
}
