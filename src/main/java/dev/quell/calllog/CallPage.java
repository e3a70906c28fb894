package dev.quell.calllog;

import dev.quell.calllog.CallCursor.Way;
import dev.quell.calllog.CallLog.Query;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A page of the log.
 *
 * @param calls newest first; those of one moment in the descending order of their ids
 * @param newer where the page of newer calls goes on; empty if there are none
 * @param older where the page of older calls goes on; empty if there are none
 */
public record CallPage(List<LoggedCall> calls, Optional<CallCursor> newer, Optional<CallCursor> older) {

    private static final Comparator<LoggedCall> NEWEST_FIRST = Comparator.comparing(LoggedCall::arrivedAt)
            .thenComparing(call -> call.id().toString())
            .reversed();

    public CallPage {
        calls = List.copyOf(calls);
    }

    /**
     * The page of a query.
     *
     * @param found calls from the query's place on, in any order, without a gap; one more than the page holds if there are more
     */
    public static CallPage of(Query query, List<LoggedCall> found) {
        return of(query, found, false);
    }

    /**
     * The page of a query.
     *
     * @param found as above
     * @param further whether there are more than were found
     */
    public static CallPage of(Query query, List<LoggedCall> found, boolean further) {
        boolean more = further || found.size() > query.limit();
        boolean back = query.goesBack();
        List<LoggedCall> calls = found.stream()
                .sorted(back ? NEWEST_FIRST.reversed() : NEWEST_FIRST)
                .limit(query.limit())
                .sorted(NEWEST_FIRST)
                .toList();
        boolean newer = back ? more : query.at().isPresent();
        boolean older = back || more;
        return calls.isEmpty()
                ? beside(query)
                : new CallPage(
                        calls,
                        newer ? Optional.of(CallCursor.of(Way.NEWER, calls.getFirst())) : Optional.empty(),
                        older ? Optional.of(CallCursor.of(Way.OLDER, calls.getLast())) : Optional.empty());
    }

    /** An empty page leads back to where its reader came from, and to the call of the place itself. */
    private static CallPage beside(Query query) {
        Optional<CallCursor> back = query.at().map(CallPage::turned);
        return query.goesBack()
                ? new CallPage(List.of(), Optional.empty(), back)
                : new CallPage(List.of(), back, Optional.empty());
    }

    /** Between the place and the call there is none, so the next millisecond does. */
    private static CallCursor turned(CallCursor at) {
        return at.way() == Way.OLDER
                ? new CallCursor(Way.NEWER, at.at().minusMillis(1), at.id())
                : new CallCursor(Way.OLDER, at.at().plusMillis(1), at.id());
    }
}
