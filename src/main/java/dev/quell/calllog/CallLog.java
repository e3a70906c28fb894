package dev.quell.calllog;

import dev.quell.call.CallId;
import dev.quell.call.CallerNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The port to read the record of calls. */
public interface CallLog {

    /** One call. */
    Optional<LoggedCall> find(CallId id);

    /** The call that a caller's case number means, the newest if it was given twice. */
    Optional<LoggedCall> findCase(String digits);

    /** The newest calls first that match a query. */
    List<LoggedCall> search(Query query);

    /** Every call that arrived in {@code [from, to)}, oldest first, one at a time: reports read them. */
    void scan(Instant from, Instant to, Consumer<LoggedCall> reader);

    /**
     * What to look for.
     *
     * @param caller only this caller's
     * @param before only calls that arrived before; the page's end
     * @param limit 1 to 1,000 rows
     */
    record Query(Optional<CallerNumber> caller, Instant from, Instant before, int limit) {
        public Query {
            if (limit < 1 || limit > 1000) {
                throw new IllegalArgumentException("limit must be 1 to 1000");
            }
        }
    }
}
