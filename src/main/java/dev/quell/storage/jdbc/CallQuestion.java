package dev.quell.storage.jdbc;

import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.calllog.CallCursor;
import dev.quell.calllog.CallFilter;
import dev.quell.calllog.CallLog.Query;
import dev.quell.calllog.CallerFilter;
import dev.quell.classifier.Action;
import dev.quell.classifier.CallClass;
import dev.quell.storage.counters.CallDirectory.Wanted;
import dev.quell.storage.counters.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A filter as SQL. Of the conditions that have an index the rarest is led by; the columns of the others that have one are wrapped, so that no planner without
 * statistics takes theirs. An index of rare words only holds rows that are worth it; its own condition is repeated, as planners demand. Where none leads, time
 * is gone through, in spans that are known to hold calls with the filter's words.
 */
final class CallQuestion {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();
    private final boolean ascending;
    private boolean led;
    private boolean looksUp;
    private String time = "arrived_at";
    private long from;
    private long to;
    private List<Span> spans = List.of();

    private CallQuestion(boolean ascending) {
        this.ascending = ascending;
    }

    /**
     * All that a filter means, to be counted.
     *
     * @param few whether the filter has a prefix of few calls
     */
    static CallQuestion of(CallFilter filter, boolean few) {
        CallQuestion question = new CallQuestion(false);
        question.prefixLeads(few || isPrefixAlone(filter));
        question.period(filter.from().toEpochMilli(), filter.to().toEpochMilli());
        question.filter(filter);
        return question;
    }

    /**
     * From a query's place on.
     *
     * @param few whether the filter has a prefix of few calls
     */
    static CallQuestion of(Query query, boolean few) {
        CallQuestion question = new CallQuestion(query.goesBack());
        question.prefixLeads(few);
        long begin = query.filter().from().toEpochMilli();
        long end = query.filter().to().toEpochMilli();
        if (query.at().isEmpty()) {
            question.period(begin, end);
        } else {
            CallCursor at = query.at().get();
            long place = at.at().toEpochMilli();
            boolean back = query.goesBack();
            question.period(back ? Math.max(begin, place) : begin, back ? end : Math.min(end, place + 1));
            question.conditions.add("(coalesce(arrived_at, 0), id) " + (back ? ">" : "<") + " (:place, :place_id)");
            question.values.put("place", place);
            question.values.put("place_id", at.id().toString());
        }
        question.filter(query.filter());
        return question;
    }

    private static boolean isPrefixAlone(CallFilter filter) {
        return filter.caller().orElse(null) instanceof CallerFilter.Prefix prefix
                && filter.equals(CallFilter.builder(filter.from(), filter.to())
                        .caller(prefix)
                        .build());
    }

    /** The index by caller is gone through as a whole, and what was found is sorted. */
    private void prefixLeads(boolean leads) {
        if (leads) {
            led = true;
            time = "coalesce(arrived_at, 0)";
        }
    }

    private void period(long begin, long end) {
        from = begin;
        to = end;
        spans = List.of(new Span(begin, end));
    }

    /** Whether an index leads that is better than going through time. */
    boolean isLed() {
        return led;
    }

    /** Where calls with some words are of those that the question is after. */
    Wanted wanted(Map<String, String> words, int calls) {
        return new Wanted(words, from, to, ascending, calls);
    }

    /** Asks in these spans only, which are apart from each other. */
    void within(List<Span> only) {
        spans = only;
    }

    /** Whether there is nothing to ask. */
    boolean isVain() {
        return spans.isEmpty();
    }

    /** Several words and nothing else are better looked up than led by one of them. */
    private void filter(CallFilter filter) {
        looksUp = CallWords.areAll(filter) && CallWords.of(filter).size() > 1;
        filter.caseNumber().ifPresent(digits -> lead("case_number", digits));
        filter.caller().ifPresent(this::caller);
        filter.agent().ifPresent(agent -> rare("agent", agent, "agent <> ''", !agent.isEmpty()));
        filter.outcome().ifPresent(this::outcome);
        filter.applied().ifPresent(this::applied);
        filter.callClass().ifPresent(only -> rare("class", only.name(), "class <> 'NORMAL'", only != CallClass.NORMAL));
        filter.action().ifPresent(only -> rare("action", only.name(), "action <> 'PASS'", only != Action.PASS));
        filter.line().ifPresent(line -> equal("line", "line", line));
        filter.trunk().ifPresent(trunk -> equal("trunk", "trunk", trunk));
        filter.score().ifPresent(this::score);
    }

    private void caller(CallerFilter caller) {
        switch (caller) {
            case CallerFilter.Exact(CallerNumber number) -> lead("caller", number.key());
            case CallerFilter.Prefix(String start) -> {
                // The digits end before the colon.
                String column = time.equals("arrived_at") ? "coalesce(caller, '')" : "caller";
                conditions.add(column + " >= :caller_start and " + column + " < :caller_end");
                values.put("caller_start", start);
                values.put("caller_end", start + ":");
            }
        }
    }

    private void outcome(CallOutcome only) {
        switch (only) {
            case UNKNOWN -> conditions.add("(outcome is null or outcome = 'UNKNOWN')");
            case SILENT, NOISE, NO_MEDIA ->
                rare("outcome", only.name(), "outcome in ('SILENT', 'NOISE', 'NO_MEDIA')", true);
            case GOOD_TALK, SPOKE, SHORT, ABANDONED -> equal("coalesce(outcome, '')", "outcome", only.name());
        }
    }

    private void applied(Action only) {
        if (only == Action.PASS) {
            conditions.add("coalesce(applied, 'PASS') = 'PASS'");
        } else {
            rare("applied", only.name(), "applied <> 'PASS'", true);
        }
    }

    private void score(CallFilter.Score score) {
        conditions.add("probability >= :least and probability <= :most_probable");
        values.put("least", score.least());
        values.put("most_probable", score.most());
        if (score.least() >= 0.5) {
            conditions.add("probability >= 0.5");
        }
    }

    private void lead(String column, String value) {
        equal(led ? "coalesce(" + column + ", '')" : column, column, value);
        led = true;
    }

    private void rare(String column, String value, String indexed, boolean isIndexed) {
        if (isIndexed && !led && !looksUp) {
            conditions.add(indexed);
            lead(column, value);
        } else {
            equal("coalesce(" + column + ", '')", column, value);
        }
    }

    private void equal(String side, String column, String value) {
        conditions.add(side + " = :" + column + "_is");
        values.put(column + "_is", value);
    }

    /**
     * The statement's text.
     *
     * @param columns what it tells of a row
     */
    String select(String columns) {
        String which = conditions.isEmpty() ? "" : " and " + String.join(" and ", conditions);
        if (spans.size() == 1) {
            return "select " + columns + " from calls where " + time + " >= :from and " + time + " < :to" + which;
        }
        String all = spans.stream()
                .map(span -> "(" + span.low() + ", " + span.high() + ")")
                .collect(Collectors.joining(", "));
        return "with spans (low, high) as (values " + all + ") select " + columns
                + " from spans cross join calls where arrived_at >= low and arrived_at < high" + which;
    }

    /** From the place on. */
    String order() {
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
