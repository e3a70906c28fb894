package dev.quell.web.lists;

import dev.quell.blocklist.ListEntry;
import dev.quell.calllog.CallTotals.Counting;
import dev.quell.calllog.forecast.Forecast;
import java.time.Instant;
import java.util.List;

/**
 * What an entry would do, as the REST interface shows it; see {@link Forecast}.
 *
 * @param since the calls since then are counted
 * @param counting {@code EXACT}: all of 30 days; {@code BY_DAYS}: and of the part of the first day before those; {@code AT_LEAST}: not all, as they are too
 *     many, so that there may be more calls, numbers and good talks
 * @param thisInstanceOnly whether only calls of the instance that answers are counted, as the record that all instances share does not answer or there is none:
 *     other instances may have had more calls, and more good talks
 * @param twoPeople whether it would wait for a second person
 */
record Preview(
        EntryView entry,
        List<EntryView> replaces,
        List<EntryView> allowed,
        boolean protectedNumber,
        Instant since,
        Counting counting,
        boolean thisInstanceOnly,
        int calls,
        int callers,
        int goodTalks,
        boolean twoPeople) {
    static Preview of(Forecast forecast, boolean twoPeople) {
        return new Preview(
                EntryView.of(forecast.entry()),
                views(forecast.replaces()),
                views(forecast.allowed()),
                forecast.protectedNumber(),
                forecast.since(),
                forecast.counting(),
                forecast.ownOnly(),
                forecast.calls(),
                forecast.callers(),
                forecast.goodTalks(),
                twoPeople);
    }

    private static List<EntryView> views(List<ListEntry> entries) {
        return entries.stream().map(EntryView::of).toList();
    }
}
