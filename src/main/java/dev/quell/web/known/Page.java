package dev.quell.web.known;

import dev.quell.call.CallerNumber;
import dev.quell.known.KnownCaller;
import java.util.List;
import java.util.Optional;

/**
 * Known callers of some numbers, all that is said of each, and after which number the next page begins.
 *
 * @param next empty on the last page
 */
record Page(List<KnownCaller> known, Optional<CallerNumber> next) {

    /** One number has at most two origins of each of three kinds. */
    private static final int MOST_EACH = 6;

    /** How many rows surely hold one number more than a page. */
    static int fetch(int limit) {
        return (limit + 1) * MOST_EACH;
    }

    /** The first so many numbers of what was fetched. */
    static Page cut(List<KnownCaller> fetched, int limit) {
        List<CallerNumber> callers =
                fetched.stream().map(KnownCaller::caller).distinct().toList();
        if (callers.size() <= limit) {
            return new Page(fetched, Optional.empty());
        }
        List<CallerNumber> shown = callers.subList(0, limit);
        return new Page(
                fetched.stream().filter(one -> shown.contains(one.caller())).toList(), Optional.of(shown.getLast()));
    }
}
