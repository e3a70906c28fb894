package dev.quell.storage.jdbc;

import dev.quell.calllog.CallCursor;
import dev.quell.calllog.CallFilter;
import dev.quell.calllog.CallLog.Query;
import dev.quell.storage.counters.CallDirectory.Wanted;
import dev.quell.storage.counters.Span;
import dev.quell.storage.counters.SpanWalk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A filter as SQL. Where no index leads, time is gone through, in spans that are known to hold calls with the filter's words. */
final class CallQuestion {

    /** So many spans are asked one by one for their first calls. What more spans have is sorted as a whole: there each has few. */
    private static final int FEW_SPANS = 16;

    private final CallConditions conditions;
    private final Map<String, Object> values = new HashMap<>();
    private final boolean ascending;
    private final String time;
    private final Span period;
    private final String place;
    private List<Span> spans;

    private CallQuestion(CallConditions conditions, boolean prefixLeads, Query query) {
        this.conditions = conditions;
        this.values.putAll(conditions.values());
        // The index by caller is gone through as a whole, and what was found is sorted.
        this.time = prefixLeads ? "coalesce(arrived_at, 0)" : "arrived_at";
        this.ascending = query.goesBack();
        this.period = period(query);
        this.spans = List.of(period);
        this.place = query.at().map(this::place).orElse("");
    }

    /**
     * All that a filter means, to be counted.
     *
     * @param few whether the filter has a prefix or a range of few calls
     */
    static CallQuestion of(CallFilter filter, boolean few) {
        return of(new Query(filter, Optional.empty(), 1), few || isPrefixAlone(filter));
    }

    /**
     * From a query's place on.
     *
     * @param few whether the filter has a prefix or a range of few calls
     */
    static CallQuestion of(Query query, boolean few) {
        return new CallQuestion(CallConditions.of(query.filter(), few), few, query);
    }

    private static boolean isPrefixAlone(CallFilter filter) {
        return filter.caller()
                .filter(callers -> CallConditions.bounds(callers).isPresent())
                .filter(callers -> filter.equals(CallFilter.builder(filter.from(), filter.to())
                        .caller(callers)
                        .build()))
                .isPresent();
    }

    private static Span period(Query query) {
        long from = query.filter().from().toEpochMilli();
        long to = query.filter().to().toEpochMilli();
        if (query.at().isEmpty()) {
            return new Span(from, to);
        }
        long at = query.at().get().at().toEpochMilli();
        return query.goesBack() ? new Span(Math.max(from, at), to) : new Span(from, Math.min(to, at + 1));
    }

    private String place(CallCursor at) {
        values.put("place", at.at().toEpochMilli());
        values.put("place_id", at.id().toString());
        return " and (coalesce(arrived_at, 0), id) " + (ascending ? ">" : "<") + " (:place, :place_id)";
    }

    /** Whether an index leads that is better than going through time. */
    boolean isLed() {
        return conditions.isLed();
    }

    /** Where calls with some words are of those that the question is after. */
    Wanted wanted(Map<String, String> words, int calls) {
        return new Wanted(words, period.low(), period.high(), ascending, calls);
    }

    /** Asks in these spans only, which are apart from each other. */
    void within(List<Span> only) {
        spans = only;
    }

    /** Whether there is nothing to ask. */
    boolean isVain() {
        return spans.isEmpty();
    }

    /**
     * The statement's text.
     *
     * @param columns what it tells of a row
     * @param walk how it goes through several spans
     */
    String select(String columns, SpanWalk walk) {
        String which = conditions.and() + place;
        if (spans.size() == 1) {
            return "select " + columns + " from calls where " + time + " >= :from and " + time + " < :to" + which;
        }
        return walk.select(columns, "calls", "arrived_at", spans, which);
    }

    /** The statement for the first {@code :limit} calls from the place on. */
    String page(SpanWalk walk) {
        String most = order() + " limit :limit";
        if (spans.size() < 2 || spans.size() > FEW_SPANS) {
            return select("calls.*", walk) + most;
        }
        return spans.stream()
                .map(span -> "select * from (select * from calls where arrived_at >= " + span.low()
                        + " and arrived_at < " + span.high() + conditions.and() + place + most + ") as part")
                .collect(Collectors.joining(" union all ", "select * from (", ") as found" + most));
    }

    /** From the place on. */
    private String order() {
        String way = ascending ? "" : " desc";
        return " order by " + time + way + ", id" + way;
    }

    /** The values of its parameters. */
    Map<String, Object> values() {
        Map<String, Object> all = new HashMap<>(values);
        if (spans.size() == 1) {
            all.put("from", spans.getFirst().low());
            all.put("to", spans.getFirst().high());
        }
        return Map.copyOf(all);
    }
}
