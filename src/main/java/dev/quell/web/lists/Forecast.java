package dev.quell.web.lists;

import dev.quell.blocklist.BlockListService;
import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListPattern;
import dev.quell.blocklist.ListQuery;
import dev.quell.blocklist.ProtectedNumbers;
import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.calllog.CallLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells what an entry would have meant for the calls of late, without making it. */
@Component
final class Forecast {
    private static final Duration LOOK_BACK = Duration.ofDays(7);
    /** Callers that are told apart; more are not counted. */
    private static final int MAX_CALLERS = 10_000;

    /** Entries that are told at most. */
    private static final int MOST = 1000;

    private final BlockListService lists;
    private final ProtectedNumbers untouchable;
    private final CallLog log;
    private final Clock clock;

    Forecast(BlockListService lists, ProtectedNumbers untouchable, CallLog log, Clock clock) {
        this.lists = lists;
        this.untouchable = untouchable;
        this.log = log;
        this.clock = clock;
    }

    /**
     * What an entry would do.
     *
     * @param replaces active entries of the same list and pattern, which it would end
     * @param allowed allow entries that would win over it for some or all of its callers, at most 1000; none for an allow entry
     * @param protectedNumber whether it is refused as a number that no block may hit
     * @param since the calls since then are counted
     * @param callers how many numbers of the calls it means, at most 10,000
     * @param goodTalks those of the calls that were good talks with an agent; any is a reason to think again before a block
     */
    record Preview(
            EntryView entry,
            List<EntryView> replaces,
            List<EntryView> allowed,
            boolean protectedNumber,
            Instant since,
            int calls,
            int callers,
            int goodTalks) {}

    Preview of(ListEntry entry) {
        Instant now = clock.instant();
        Instant since = now.minus(LOOK_BACK);
        Count count = new Count(entry.pattern());
        log.scan(since, now, call -> count.add(call.caller(), call.outcome()));
        boolean block = entry.kind() == ListKind.BLOCK;
        return new Preview(
                EntryView.of(entry),
                views(lists.page(ListQuery.meeting(entry.kind(), entry.pattern(), MOST)).stream()
                        .filter(other -> other.pattern().equals(entry.pattern()))
                        .toList()),
                block ? views(lists.page(ListQuery.meeting(ListKind.ALLOW, entry.pattern(), MOST))) : List.of(),
                block && entry.pattern() instanceof ListPattern.Exact(var caller) && untouchable.covers(caller),
                since,
                count.calls,
                count.callers.size(),
                count.goodTalks);
    }

    private static List<EntryView> views(List<ListEntry> entries) {
        return entries.stream().map(EntryView::of).toList();
    }

    private static final class Count {
        private final ListPattern pattern;
        private final Set<CallerNumber> callers = new HashSet<>();
        private int calls;
        private int goodTalks;

        Count(ListPattern pattern) {
            this.pattern = pattern;
        }

        void add(CallerNumber caller, CallOutcome outcome) {
            if (pattern.matches(caller)) {
                calls++;
                goodTalks += outcome == CallOutcome.GOOD_TALK ? 1 : 0;
                if (callers.size() < MAX_CALLERS) {
                    callers.add(caller);
                }
            }
        }
    }
}
