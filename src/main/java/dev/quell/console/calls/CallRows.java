package dev.quell.console.calls;

import dev.quell.blocklist.BlockListService;
import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListPattern;
import dev.quell.call.CallId;
import dev.quell.call.CallerNumber;
import dev.quell.calllog.LoggedCall;
import dev.quell.console.shell.Callers;
import dev.quell.console.shell.Tongue;
import dev.quell.flag.FlagStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes the table's rows: each call, the flag that stands on it, and the entry that decides about its caller now. */
@Component
final class CallRows {
    private static final int FLAGS = 1000;

    private final Callers callers;
    private final BlockListService lists;
    private final FlagStore flags;

    CallRows(Callers callers, BlockListService lists, FlagStore flags) {
        this.callers = callers;
        this.lists = lists;
        this.flags = flags;
    }

    /**
     * A call in the table with what can be done about its caller.
     *
     * @param listed ALLOW or BLOCK if an entry of that list decides about the caller now, else empty
     * @param entry that entry's number, 0 if there is none
     * @param many whether that entry means other numbers, too, so that it is not ended from a row
     * @param listable whether the number can be on a list at all
     * @param flag the newest flag that stands on the call, 0 if none is known
     */
    record Row(CallRow call, String listed, long entry, boolean many, boolean listable, long flag) {}

    List<Row> of(List<LoggedCall> calls, Tongue tongue) {
        Map<CallerNumber, Optional<ListEntry>> entries = new HashMap<>();
        Map<CallId, Long> standing = standing(calls);
        return calls.stream()
                .map(call -> {
                    CallerNumber caller = call.caller();
                    Optional<ListEntry> entry = entries.computeIfAbsent(caller, lists::test);
                    return new Row(
                            CallRow.of(call, callers, tongue),
                            entry.map(decides -> decides.kind().name()).orElse(""),
                            entry.map(ListEntry::id).orElse(0L),
                            entry.filter(decides -> !(decides.pattern() instanceof ListPattern.Exact))
                                    .isPresent(),
                            caller.identifies(),
                            standing.getOrDefault(call.id(), 0L));
                })
                .toList();
    }

    /** Flags come within hours of their call: those of the newest {@value #FLAGS} since the oldest of the calls. */
    private Map<CallId, Long> standing(List<LoggedCall> calls) {
        Map<CallId, Long> standing = new HashMap<>();
        if (!calls.isEmpty()) {
            flags.since(calls.getLast().arrivedAt(), FLAGS).stream()
                    .filter(flag -> flag.undoneAt().isEmpty())
                    .forEach(flag -> standing.putIfAbsent(flag.call(), flag.id()));
        }
        return standing;
    }
}
