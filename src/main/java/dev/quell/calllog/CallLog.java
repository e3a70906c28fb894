package dev.quell.calllog;

import dev.quell.call.CallId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** The port to read the record of calls. */
public interface CallLog {

    /** One call. */
    Optional<LoggedCall> find(CallId id);

    /** The call that a caller's case number means, the newest if it was given twice. */
    Optional<LoggedCall> findCase(String digits);

    /** A page of the calls that a filter means, newest first. */
    CallPage search(Query query);

    /**
     * How many calls a filter means.
     *
     * @param most counts no further; from 1
     */
    int count(CallFilter filter, int most);

    /**
     * What the calls come to that arrived from a moment on and before another, of however many callers. Of many calls those are counted with them that arrived
     * on the first day before that moment; of very many not all are counted, and where instances share no record that answers, only the calls of this one. What is told says so.
     */
    CallTotals totals(CallerFilter callers, Instant from, Instant to);

    /** Every call that arrived in {@code [from, to)}, oldest first, one at a time: reports read them. */
    void scan(Instant from, Instant to, Consumer<LoggedCall> reader);

    /**
     * What to look for.
     *
     * @param at where the page goes on; empty for the newest calls
     * @param limit 1 to 1,000 calls a page
     */
    record Query(CallFilter filter, Optional<CallCursor> at, int limit) {
        public Query {
            if (limit < 1 || limit > 1000) {
                throw new IllegalArgumentException("limit must be 1 to 1000");
            }
        }

        /** Whether newer calls than those of a place are looked for. */
        public boolean goesBack() {
            return at.filter(place -> place.way() == CallCursor.Way.NEWER).isPresent();
        }
    }
}
