package dev.quell.storage.jdbc;

import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.calllog.CallCursor;
import dev.quell.calllog.CallFilter;
import dev.quell.calllog.CallLog.Query;
import dev.quell.calllog.CallerFilter;
import dev.quell.classifier.Action;
import dev.quell.classifier.CallClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A filter as SQL. Of the conditions that have an index the rarest is led by; the columns of the others are wrapped, so that no planner without
 * statistics takes theirs. An index of rare words only holds rows that are worth it; its own condition is repeated, as planners demand.
 */
final class CallQuestion {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();
    private final boolean ascending;
    private boolean led;
    private String time = "arrived_at";

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
        long from = query.filter().from().toEpochMilli();
        long to = query.filter().to().toEpochMilli();
        if (query.at().isEmpty()) {
            question.period(from, to);
        } else {
            CallCursor at = query.at().get();
            long place = at.at().toEpochMilli();
            boolean back = query.goesBack();
            question.period(back ? Math.max(from, place) : from, back ? to : Math.min(to, place + 1));
            question.conditions.add("(" + question.time + ", id) " + (back ? ">" : "<") + " (:place, :place_id)");
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

    private void period(long from, long to) {
        conditions.add(time + " >= :from and " + time + " < :to");
        values.put("from", from);
        values.put("to", to);
    }

    private void filter(CallFilter filter) {
        filter.caseNumber().ifPresent(digits -> lead("case_number", digits));
        filter.caller().ifPresent(this::caller);
        filter.agent().ifPresent(agent -> rare("agent", agent, "agent <> ''", !agent.isEmpty()));
        filter.outcome().ifPresent(this::outcome);
        filter.callClass().ifPresent(only -> rare("class", only.name(), "class <> 'NORMAL'", only != CallClass.NORMAL));
        filter.applied().ifPresent(this::applied);
        filter.action().ifPresent(only -> rare("action", only.name(), "action <> 'PASS'", only != Action.PASS));
        filter.line().ifPresent(line -> lead("line", line));
        filter.trunk().ifPresent(trunk -> lead("trunk", trunk));
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
        if (isIndexed && !led) {
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

    /** What a row meets. */
    String where() {
        return String.join(" and ", conditions);
    }

    /** From the place on. */
    String order() {
        String way = ascending ? "" : " desc";
        return " order by " + time + way + ", id" + way;
    }

    /** The values of its parameters. */
    Map<String, Object> values() {
        return Map.copyOf(values);
    }
}
