package dev.quell.calllog.forecast;

import dev.quell.blocklist.BlockListService;
import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListPattern;
import dev.quell.blocklist.ListQuery;
import dev.quell.blocklist.ProtectedNumbers;
import dev.quell.call.CallerNumber;
import dev.quell.calllog.CallLog;
import dev.quell.calllog.CallTotals;
import dev.quell.calllog.CallerFilter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells what an entry would have meant for the calls of 30 days, without making it. Reads only the calls of those whom it means. */
@Component
public final class Forecaster {
    private static final Duration LOOK_BACK = Duration.ofDays(30);
    /** Entries that are told at most. */
    private static final int MOST_ENTRIES = 1000;

    private final BlockListService lists;
    private final ProtectedNumbers untouchable;
    private final CallLog log;
    private final Clock clock;

    public Forecaster(BlockListService lists, ProtectedNumbers untouchable, CallLog log, Clock clock) {
        this.lists = lists;
        this.untouchable = untouchable;
        this.log = log;
        this.clock = clock;
    }

    /** What an entry would do. */
    public Forecast of(ListEntry entry) {
        Instant now = clock.instant();
        CallTotals totals = log.totals(callers(entry.pattern()), now.minus(LOOK_BACK), now);
        boolean block = entry.kind() == ListKind.BLOCK;
        return new Forecast(
                entry,
                meeting(entry.kind(), entry.pattern()).stream()
                        .filter(other -> other.pattern().equals(entry.pattern()))
                        .toList(),
                block ? meeting(ListKind.ALLOW, entry.pattern()) : List.of(),
                block && untouchable.isRefused(entry.pattern()),
                totals.since(),
                totals.counting(),
                totals.ownOnly(),
                totals.calls(),
                totals.callers(),
                totals.goodTalks());
    }

    private List<ListEntry> meeting(ListKind kind, ListPattern pattern) {
        return lists.page(ListQuery.meeting(kind, pattern, MOST_ENTRIES));
    }

    /** The calls of those whom a pattern means. */
    public static CallerFilter callers(ListPattern pattern) {
        return switch (pattern) {
            case ListPattern.Exact(CallerNumber caller) -> new CallerFilter.Exact(caller);
            case ListPattern.Prefix(String start) -> new CallerFilter.Prefix(start);
            case ListPattern.Range(String from, String to) -> new CallerFilter.Range(from, to);
        };
    }
}
