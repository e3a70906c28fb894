package dev.quell.storage.postgres.read;

import dev.quell.call.CallId;
import dev.quell.calllog.CallLog;
import dev.quell.calllog.LoggedCall;
import java.time.Instant;
import java.util.Comparator;
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
    public List<LoggedCall> search(Query query) {
        List<LoggedCall> here = own.search(query);
        return asking.ask(() -> union(record.search(query), here, query.limit()), () -> here);
    }

    private static List<LoggedCall> union(List<LoggedCall> all, List<LoggedCall> here, int limit) {
        Map<CallId, LoggedCall> calls = new LinkedHashMap<>();
        all.forEach(call -> calls.put(call.id(), call));
        here.forEach(call ->
                calls.merge(call.id(), call, (told, own) -> told.endedAt().isPresent() ? told : own));
        return calls.values().stream()
                .sorted(Comparator.comparing(LoggedCall::arrivedAt).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public void scan(Instant from, Instant to, Consumer<LoggedCall> reader) {
        new RowByRow(asking)
                .<LoggedCall>read(each -> record.scan(from, to, each), each -> own.scan(from, to, each), reader);
    }
}
