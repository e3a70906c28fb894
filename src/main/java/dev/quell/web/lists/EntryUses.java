package dev.quell.web.lists;

import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListPattern;
import dev.quell.calllog.CallCursor;
import dev.quell.calllog.CallFilter;
import dev.quell.calllog.CallLog;
import dev.quell.calllog.CallPage;
import dev.quell.calllog.CallerFilter;
import dev.quell.calllog.LoggedCall;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the calls that an entry decided: those of its numbers since it was made whose verdict its list gave. */
@Component
final class EntryUses {
    private static final int MOST = 5_000;
    private static final int PAGE = 500;

    private final CallLog log;
    private final Clock clock;

    EntryUses(CallLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /**
     * Some of them, newest first.
     *
     * @param more where to look on; empty if there are no more
     */
    record Found(List<LoggedCall> calls, Optional<CallCursor> more) {}

    /** At most so many behind a place; looks at no more than {@value #MOST} calls of the entry's numbers. */
    Found of(ListEntry entry, Optional<CallCursor> after, int limit) {
        CallFilter filter = CallFilter.builder(entry.createdAt(), end(entry))
                .caller(callers(entry.pattern()))
                .build();
        String cause = entry.kind() == ListKind.BLOCK ? "block-list" : "allow-list";
        List<LoggedCall> found = new ArrayList<>();
        Optional<CallCursor> at = after;
        for (int looked = 0; looked < MOST; ) {
            CallPage page = log.search(new CallLog.Query(filter, at, PAGE));
            for (LoggedCall call : page.calls()) {
                if (call.verdict()
                        .filter(verdict -> verdict.cause().equals(cause))
                        .isPresent()) {
                    if (found.size() == limit) {
                        return new Found(found, Optional.of(behind(found.getLast())));
                    }
                    found.add(call);
                }
            }
            looked += page.calls().size();
            at = page.older();
            if (at.isEmpty()) {
                return new Found(found, at);
            }
        }
        return new Found(found, at);
    }

    private static CallCursor behind(LoggedCall call) {
        return new CallCursor(CallCursor.Way.OLDER, call.arrivedAt(), call.id());
    }

    private Instant end(ListEntry entry) {
        Instant now = clock.instant().plusMillis(1);
        return entry.expiresAt().filter(now::isAfter).orElse(now);
    }

    private static CallerFilter callers(ListPattern pattern) {
        return switch (pattern) {
            case ListPattern.Exact(var caller) -> new CallerFilter.Exact(caller);
            case ListPattern.Prefix(String start) -> new CallerFilter.Prefix(start);
            case ListPattern.Range(String from, String to) -> new CallerFilter.Range(from, to);
        };
    }
}
