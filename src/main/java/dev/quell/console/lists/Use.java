package dev.quell.console.lists;

import dev.quell.calllog.CallFilter;
import dev.quell.calllog.CallLog;
import dev.quell.calllog.CallerFilter;
import dev.quell.console.verdict.EntryRow;
import java.time.Instant;
import java.util.Optional;

/**
 * What an entry of a list was good for: the calls of its callers since it was made, as far as the log goes back.
 *
 * @param calls at most {@value #MOST}
 * @param more whether there are more
 * @param last when the last one came
 */
public record Use(int calls, boolean more, Optional<Instant> last) {
    /** Calls that are counted. */
    static final int MOST = 99;

    static Use of(EntryRow entry, CallerFilter callers, CallLog log, Instant now) {
        CallFilter filter = CallFilter.builder(entry.made(), now.plusMillis(1))
                .caller(callers)
                .build();
        int counted = log.count(filter, MOST + 1);
        Optional<Instant> last = counted == 0
                ? Optional.empty()
                : log.search(new CallLog.Query(filter, Optional.empty(), 1)).calls().stream()
                        .findFirst()
                        .map(call -> call.arrivedAt());
        return new Use(Math.min(counted, MOST), counted > MOST, last);
    }
}
