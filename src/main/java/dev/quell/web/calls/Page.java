package dev.quell.web.calls;

import dev.quell.calllog.LoggedCall;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A page of calls, newest first, cut where one moment ends, so that no call is lost between two pages.
 *
 * @param next before which moment the next page begins; empty on the last page
 */
record Page(List<LoggedCall> calls, Optional<Instant> next) {
    /**
     * Cuts what was found.
     *
     * @param asked how many were asked for; as many found means that there may be more
     */
    static Page cut(List<LoggedCall> found, int asked) {
        if (found.size() < asked) {
            return new Page(found, Optional.empty());
        }
        Instant last = found.getLast().arrivedAt();
        List<LoggedCall> whole =
                found.stream().filter(call -> call.arrivedAt().isAfter(last)).toList();
        // A moment with more calls than a page holds cannot be cut well; the page ends within it.
        return whole.isEmpty() ? new Page(found, Optional.of(last)) : new Page(whole, Optional.of(last.plusMillis(1)));
    }
}
